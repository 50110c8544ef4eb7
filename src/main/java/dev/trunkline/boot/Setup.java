package dev.trunkline.boot;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What the service is to run on, as configured.
 *
 * @param database the one named; empty for the embedded one
 * @param simulated whether the simulated PBX stands in
 * @param demo whether demo people and history are wanted: as said, else where database and PBX are both brought along
 */
record Setup(Optional<DatabaseUrl> database, boolean simulated, boolean demo) {
    static final String DATABASE_URL = "trunkline.database.url";

    /** Whether the embedded database may stand in. Not in the container image, which sets it to false. */
    static final String EMBEDDED = "trunkline.database.embedded";

    static final String DEMO = "trunkline.demo";
    static final String PBX_HOST = "trunkline.pbx.host";

    /** @throws IllegalArgumentException in one line for who runs the service: what is wrong, and what to set */
    static Setup of(Config config) {
        Optional<DatabaseUrl> database = word(config, DATABASE_URL).map(DatabaseUrl::parse);
        if (database.isEmpty() && !flag(config, EMBEDDED).orElse(true)) {
            throw new IllegalArgumentException("no database is configured: set TRUNKLINE_DATABASE_URL="
                    + "postgresql://user:password@host:5432/db, or TRUNKLINE_DATABASE_EMBEDDED=true to try Trunkline"
                    + " with a database of its own in TRUNKLINE_DATA_DIR");
        }
        boolean simulated = word(config, PBX_HOST).isEmpty();
        return new Setup(database, simulated, flag(config, DEMO).orElse(database.isEmpty() && simulated));
    }

    private static Optional<String> word(Config config, String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Optional<Boolean> flag(Config config, String key) {
        return word(config, key).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(key + " must be true or false");
        });
    }
}
