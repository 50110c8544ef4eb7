package dev.trunkline;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * An empty PostgreSQL for the component tests, one for the whole run. Tests share it and so make up their own data. Use
 * with {@code @WithTestResource(PostgresTestResource.class)}.
 */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {
    private static EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("max_connections", "200")
                        .start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String location = "127.0.0.1:" + postgres.getPort() + "/postgres";
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.username", "postgres");
        settings.put("quarkus.datasource.password", "postgres");
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + location);
        settings.put("quarkus.datasource.reactive.url", "postgresql://" + location);
        return settings;
    }

    @Override
    public void stop() {
        // Kept for the next test class; zonky's shutdown hook stops it with the JVM.
    }
}
