package dev.trunkline.identity;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the user {@code admin} on a database without users, so that somebody can sign in. The password is the configured
 * one; outside the demo, which has its own people, and without one configured it is made up and printed this once.
 */
@Singleton
final class FirstAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Pool pool;
    private final Users users;
    private final Optional<String> configured;
    private final boolean demo;

    FirstAdministrator(
            Pool pool,
            Users users,
            @ConfigProperty(name = "trunkline.admin.password") Optional<String> configured,
            @ConfigProperty(name = "trunkline.demo", defaultValue = "false") boolean demo) {
        this.pool = pool;
        this.users = users;
        this.configured = configured;
        this.demo = demo;
    }

    /** Runs on the starting thread, which may wait. */
    void onStart(@Observes StartupEvent event) {
        if (demo && configured.isEmpty()) {
            return;
        }
        pool.query("select exists (select 1 from app_user)")
                .execute()
                .flatMap(rows ->
                        rows.iterator().next().getBoolean(0) ? Uni.createFrom().voidItem() : make())
                .await()
                .atMost(LIMIT);
    }

    private Uni<Void> make() {
        var password = configured.orElseGet(() -> Tokens.next().substring(0, 16));
        return users.ensure(
                        new Users.NewPerson("admin", "Administrator", password, Role.ADMINISTRATOR, null, null, null))
                .invoke(() -> {
                    if (configured.isEmpty()) {
                        LOG.warn("First start: sign in as admin with the password {} and change it", password);
                    } else {
                        LOG.info("First start: the administrator is admin, with the configured password");
                    }
                })
                .replaceWithVoid();
    }
}
