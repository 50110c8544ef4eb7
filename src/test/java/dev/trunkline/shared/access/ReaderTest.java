package dev.trunkline.shared.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rule of whose rows a reader sees is the same for a row in hand as in the database. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class ReaderTest {
    private static final Permission PERMISSION = Permission.TICKETS_READ;
    private static final UUID ME = new UUID(0, 1);
    private static final UUID MY_TEAM = new UUID(0, 2);
    private static final UUID OTHER = new UUID(0, 3);

    @Inject
    Pool pool;

    @Test
    void aRowInHandIsSeenAsInTheDatabase() {
        for (Scope scope : Scope.values()) {
            for (@Nullable UUID teamOfReader : Arrays.asList(null, MY_TEAM)) {
                Reader reader = reader(teamOfReader, Map.of(PERMISSION, scope));
                for (@Nullable UUID owner : Arrays.asList(null, ME, OTHER)) {
                    for (@Nullable UUID team : Arrays.asList(null, MY_TEAM, OTHER)) {
                        assertThat(reader.sees(PERMISSION, owner, team))
                                .as("%s of team %s, row of %s and team %s", scope, teamOfReader, owner, team)
                                .isEqualTo(found(reader, owner, team));
                    }
                }
            }
        }
    }

    @Test
    void whatIsNotGrantedIsNotSeen() {
        assertThat(reader(MY_TEAM, Map.of()).sees(PERMISSION, ME, MY_TEAM)).isFalse();
    }

    private boolean found(Reader reader, @Nullable UUID owner, @Nullable UUID team) {
        Where where = Where.sql().scope(reader, PERMISSION, ScopeRule.owned("owner", "team"));
        String row =
                "(values (%s::uuid, %s::uuid)) as one (owner, team)".formatted(where.bind(owner), where.bind(team));
        return pool.preparedQuery("select from " + row + " where " + where.text())
                        .execute(where.tuple())
                        .await()
                        .atMost(Duration.ofSeconds(10))
                        .size()
                == 1;
    }

    private static Reader reader(@Nullable UUID team, Map<Permission, Scope> grants) {
        return new Reader(ME, "me", "Me", Set.of("agent"), team, null, grants);
    }
}
