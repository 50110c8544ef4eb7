package dev.trunkline.service;

import static dev.trunkline.service.LeftByCalls.LIMIT;
import static dev.trunkline.service.LeftByCalls.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
import dev.trunkline.shared.Ids;
import dev.trunkline.shared.outbox.DomainEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which calls leave a callback, which ones merge with it, and which ones do it. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class CallbacksTest {
    @Inject
    Pool pool;

    @Inject
    People people;

    @Inject
    LeftByCalls calls;

    @Test
    void aCallerWhoTriesAgainHasOneFollowUp() {
        calls.take(calls.ended(calls.id() + "-1", "abandoned", NOON));
        calls.take(calls.ended(calls.id() + "-2", "overflowed", NOON.plusSeconds(300)));
        calls.take(calls.ended(calls.id() + "-0", "abandoned", NOON.minusSeconds(300)));

        assertThat(calls.followUps()).singleElement().satisfies(row -> {
            assertThat(row.getInteger("attempts")).isEqualTo(3);
            assertThat(row.getString("call_id")).isEqualTo(calls.id() + "-2");
            assertThat(row.getOffsetDateTime("last_attempt_at").toInstant()).isEqualTo(NOON.plusSeconds(300));
            assertThat(row.getOffsetDateTime("due_at").toInstant())
                    .isEqualTo(NOON.minusSeconds(300).plusSeconds(3600));
            assertThat(calls.news(row.getUUID("id")))
                    .containsExactly("follow-up.created", "follow-up.merged", "follow-up.merged");
        });
    }

    @Test
    void reachedInEitherDirectionItIsDone() {
        calls.take(calls.ended(calls.id() + "-1", "abandoned", NOON));
        calls.take(calls.outbound(calls.id() + "-2", "answered", NOON.plusSeconds(60)));
        assertThat(calls.followUps()).singleElement().satisfies(row -> {
            assertThat(row.getString("status")).isEqualTo("done");
            assertThat(row.getString("closed_by")).isEqualTo("reached");
        });

        calls.take(calls.ended(calls.id() + "-3", "abandoned", NOON.plusSeconds(120)));
        calls.take(calls.ended(calls.id() + "-4", "answered", NOON.plusSeconds(180)));
        assertThat(calls.followUps()).extracting(row -> row.getString("status")).containsExactly("done", "done");
    }

    @Test
    void whatAPersonSetIsDoneByATalkWhenItIsDue() {
        UUID due = promise("callback", NOON, null, null);
        UUID later = promise("callback", NOON.plusSeconds(7200), null, null);
        UUID task = promise("task", NOON, null, null);
        calls.take(calls.ended(calls.id(), "no-answer", NOON.plusSeconds(300)));
        assertThat(status(due)).isEqualTo("open");

        calls.take(calls.ended(calls.id() + "-2", "answered", NOON.plusSeconds(600)));
        assertThat(status(due)).isEqualTo("done");
        assertThat(calls.rows("select closed_by from follow_up where id = $1", due)
                        .getFirst()
                        .getString(0))
                .isEqualTo("reached");
        assertThat(calls.news(due)).containsExactly("follow-up.closed");
        assertThat(status(later)).isEqualTo("open");
        assertThat(status(task)).isEqualTo("open");
    }

    @Test
    void whoseOwnerMadeTheCallItIsDoneEarlier() {
        UUID owner = people.ensure("callback-owner", Role.AGENT, null, "7411");
        UUID mine = promise("callback", NOON.plusSeconds(7200), owner, null);
        UUID aColleagues = promise(
                "callback", NOON.plusSeconds(7200), people.ensure("callback-other", Role.AGENT, null, "7412"), null);
        calls.take(byAgent(calls.ended(calls.id(), "answered", NOON), "7411"));
        assertThat(status(mine)).as("the customer called").isEqualTo("open");

        calls.take(byAgent(calls.outbound(calls.id() + "-2", "answered", NOON.plusSeconds(60)), "7411"));
        assertThat(status(mine)).isEqualTo("done");
        assertThat(status(aColleagues)).isEqualTo("open");
    }

    @Test
    void whatWasSetOrMovedDuringACallSpeaksOfAnother() {
        UUID owner = people.ensure("callback-owner", Role.AGENT, null, "7411");
        UUID ofThisCall = promise("callback", NOON, owner, calls.id());
        UUID moved = promise("callback", NOON, owner, null);
        pool.preparedQuery("update follow_up set updated_at = $2 where id = $1")
                .execute(Tuple.of(moved, NOON.minusSeconds(5).atOffset(ZoneOffset.UTC)))
                .await()
                .atMost(LIMIT);
        calls.take(byAgent(calls.outbound(calls.id(), "answered", NOON), "7411"));
        assertThat(status(ofThisCall)).isEqualTo("open");
        assertThat(status(moved)).isEqualTo("open");
    }

    @Test
    void anEarlierTalkOrACallNobodyTookCloseNothing() {
        calls.take(calls.ended(calls.id() + "-1", "abandoned", NOON));
        calls.take(calls.ended(calls.id() + "-2", "answered", NOON.minusSeconds(60)));
        calls.take(calls.outbound(calls.id() + "-3", "no-answer", NOON.plusSeconds(60)));
        assertThat(calls.followUps())
                .singleElement()
                .satisfies(row -> assertThat(row.getString("status")).isEqualTo("open"));
    }

    @Test
    void shortAbandonsAndWithheldNumbersLeaveNothing() {
        calls.take(calls.ended(calls.id(), "short-abandoned", NOON));
        DomainEvent withheld = calls.ended(calls.id() + "-w", "abandoned", NOON);
        withheld.payload().put("withheld", true).putNull("from").putNull("fromE164");
        calls.take(withheld);
        assertThat(calls.followUps()).isEmpty();
        assertThat(calls.count("select count(*) from follow_up where call_id = $1", calls.id() + "-w"))
                .isZero();
    }

    private UUID promise(String kind, Instant due, @Nullable UUID owner, @Nullable String call) {
        UUID id = Ids.next();
        pool.preparedQuery("""
                        insert into follow_up (id, version, created_at, updated_at, owner_id, kind, status, due_at, call_id,
                            phone, attempts, automatic)
                        values ($1, 0, $2, $2, $3, $4, 'open', $5, $6, $7, 0, false)""")
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addOffsetDateTime(NOON.minusSeconds(7200).atOffset(ZoneOffset.UTC))
                        .addUUID(owner)
                        .addString(kind)
                        .addOffsetDateTime(due.atOffset(ZoneOffset.UTC))
                        .addString(call)
                        .addString(calls.phone()))
                .await()
                .atMost(LIMIT);
        return id;
    }

    private String status(UUID id) {
        return calls.rows("select status from follow_up where id = $1", id)
                .getFirst()
                .getString(0);
    }

    private static DomainEvent byAgent(DomainEvent event, String extension) {
        event.payload().put("agents", new JsonArray().add(extension));
        return event;
    }
}
