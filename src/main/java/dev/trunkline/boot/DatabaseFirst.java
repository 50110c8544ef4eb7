package dev.trunkline.boot;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Holds the schema's migration, which is the first to connect, until the embedded database is up. */
@Singleton
final class DatabaseFirst implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration configuration) {
        EmbeddedDatabase.awaitUp();
    }
}
