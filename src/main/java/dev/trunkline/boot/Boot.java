package dev.trunkline.boot;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What must stand before Quarkus starts: a database, the embedded one where none is named.
 */
public final class Boot {
    private static final String PBX_RECORDINGS = "trunkline.pbx.recordings-dir";

    /** Exit status: not configured (EX_CONFIG of sysexits.h), which no restart mends. */
    private static final int NOT_CONFIGURED = 78;

    private static final CountDownLatch CLOSED = new CountDownLatch(1);

    private Boot() {}

    /** Prepares the settings and runs the service until it ends; then stops what was started. */
    public static void run(Runnable service) {
        Config config = ConfigProvider.getConfig();
        Setup setup = setup(config);
        DatabaseUrl database = setup.database().orElseGet(() -> embedded(dataDir(config)));
        database.quarkusProperties().forEach(System::setProperty);
        System.setProperty(Setup.DEMO, String.valueOf(setup.demo()));
        if (setup.simulated()
                && config.getOptionalValue(PBX_RECORDINGS, String.class).isEmpty()) {
            System.setProperty(
                    PBX_RECORDINGS,
                    dataDir(config).resolve("simulated-pbx-recordings").toString());
        }
        try {
            service.run();
        } finally {
            CLOSED.countDown();
        }
    }

    /** Ends the process with one line on standard error where a person has to set something first. */
    private static Setup setup(Config config) {
        try {
            return Setup.of(config);
        } catch (IllegalArgumentException wrong) {
            System.err.println("Trunkline does not start: " + wrong.getMessage());
            System.exit(NOT_CONFIGURED);
            throw wrong;
        }
    }

    private static DatabaseUrl embedded(Path dataDir) {
        DatabaseUrl database = EmbeddedDatabase.start(dataDir);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterService(dataDir), "embedded-database-stop"));
        return database;
    }

    /** Where the service keeps its files: embedded database, recordings, keys. */
    static Path dataDir(Config config) {
        return Path.of(config.getOptionalValue("trunkline.data-dir", String.class)
                .filter(value -> !value.isBlank())
                .orElse(System.getProperty("user.home") + "/.trunkline"));
    }

    private static void stopAfterService(Path dataDir) {
        try {
            CLOSED.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        EmbeddedDatabase.stop(dataDir);
    }
}
