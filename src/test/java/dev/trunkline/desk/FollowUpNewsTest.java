package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trunkline.LiveClient;
import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.acd.Agents;
import dev.trunkline.identity.Role;
import dev.trunkline.shared.outbox.DomainEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears that a follow-up is due. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class FollowUpNewsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    TaskNews news;

    @Inject
    People people;

    @Inject
    Agents agents;

    @Inject
    Pool pool;

    @TestHTTPResource("/api/v1/desk")
    URI desk;

    private UUID served = new UUID(0, 0);

    @BeforeEach
    void oneInTheQueueAndOneNot() {
        served = people.ensure("due-served", Role.AGENT, null, "7421");
        people.ensure("due-other", Role.AGENT, null, "7422");
        pool.preparedQuery(
                        "insert into queue_member select id, $1 from queue where name = 'support' on conflict do nothing")
                .execute(Tuple.of(served))
                .chain(agents::membersChanged)
                .await()
                .atMost(LIMIT);
    }

    @Test
    void itIsTheAssigneesAlone() {
        heard(due(served, "sales"), true, false);
    }

    @Test
    void anUnassignedOneIsItsQueuesAlone() {
        heard(due(null, "support"), true, false);
    }

    @Test
    void oneOfNobodyAndNoQueueCallsNobodyAway() {
        heard(due(null, null), false, false);
    }

    private void heard(DomainEvent event, boolean byServed, boolean byOther) {
        try (LiveClient one = LiveClient.open(desk, People.signIn("due-served"));
                LiveClient other = LiveClient.open(desk, People.signIn("due-other"))) {
            await().atMost(LIMIT)
                    .until(() -> !one.received("snapshot").isEmpty()
                            && !other.received("snapshot").isEmpty());
            news.on(event).await().atMost(LIMIT);
            // What everybody hears comes after it, in the order of each page.
            DomainEvent last = DomainEvent.of("ticket.changed", 1, event.subject(), Instant.now(), new JsonObject());
            news.on(last).await().atMost(LIMIT);
            await().atMost(LIMIT).until(() -> got(one, last) && got(other, last));
            assertThat(got(one, event)).isEqualTo(byServed);
            assertThat(got(other, event)).isEqualTo(byOther);
        }
    }

    private static boolean got(LiveClient page, DomainEvent event) {
        return page.received("task").stream()
                .anyMatch(task -> task.getString("id").equals(event.subject())
                        && task.getString("event").equals(event.type()));
    }

    private static DomainEvent due(@Nullable UUID assignee, @Nullable String queue) {
        String id = UUID.randomUUID().toString();
        JsonObject facts = new JsonObject()
                .put("id", id)
                .put("assigneeId", assignee == null ? null : assignee.toString())
                .put("queue", queue);
        return DomainEvent.of("follow-up.due", 1, id, Instant.now(), facts);
    }
}
