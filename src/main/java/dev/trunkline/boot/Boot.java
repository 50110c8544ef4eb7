package dev.trunkline.boot;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What must stand before Quarkus starts: a database. With {@code trunkline.database.url} empty that is the embedded one,
 * and with no PBX configured either, the demo.
 */
public final class Boot {
    private static final String PBX_RECORDINGS = "trunkline.pbx.recordings-dir";

    private static final CountDownLatch CLOSED = new CountDownLatch(1);

    private Boot() {}

    /** Prepares the settings and runs the service until it ends; then stops what was started. */
    public static void run(Runnable service) {
        Config config = ConfigProvider.getConfig();
        String url =
                config.getOptionalValue("trunkline.database.url", String.class).orElse("");
        boolean embedded = url.isBlank();
        DatabaseUrl database;
        if (embedded) {
            Path dataDir = dataDir(config);
            database = EmbeddedDatabase.start(dataDir);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterService(dataDir), "embedded-database-stop"));
        } else {
            database = DatabaseUrl.parse(url);
        }
        database.quarkusProperties().forEach(System::setProperty);
        boolean simulated = config.getOptionalValue("trunkline.pbx.host", String.class)
                .orElse("")
                .isBlank();
        if (config.getOptionalValue("trunkline.demo", String.class).isEmpty()) {
            System.setProperty("trunkline.demo", String.valueOf(embedded && simulated));
        }
        if (simulated && config.getOptionalValue(PBX_RECORDINGS, String.class).isEmpty()) {
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
