package dev.trunkline.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
import dev.trunkline.shared.Ids;
import dev.trunkline.shared.outbox.DomainEvent;
import dev.trunkline.shared.outbox.Outbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the domain event to exactly one ticket or follow-up, whatever is killed in between. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class AfterCallWorkTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(12));

    @Inject
    AfterCallWork work;

    @Inject
    TicketDesk desk;

    @Inject
    Outbox outbox;

    @Inject
    Pool pool;

    @Inject
    People people;

    private final String phone = "+86138%08d".formatted(new Random().nextInt(100_000_000));
    private final String callId = "call-" + UUID.randomUUID();

    @AfterEach
    void mend() {
        sql("drop trigger if exists crash on outbox");
    }

    @Test
    void anAnsweredCallThroughTheOutboxLeavesOneTicket() {
        DomainEvent ended = ended(callId, "answered", NOON);
        pool.withTransaction(transaction -> outbox.add(transaction, ended))
                .await()
                .atMost(LIMIT);

        await().untilAsserted(() -> assertThat(tickets(callId)).hasSize(1));
        Row ticket = tickets(callId).getFirst();
        assertThat(ticket.getString("subject_key")).isEqualTo("ticket.call-answered");
        assertThat(ticket.getString("type")).isEqualTo("repair");
        await().untilAsserted(() -> assertThat(
                        count("select count(*) from outbox where id = $1 and published_at is not null", ended.id()))
                .isEqualTo(1));
        await().untilAsserted(() -> assertThat(news(ticket.getUUID("id"))).containsExactly("ticket.created"));
    }

    @Test
    void aTicketMadeByHandDuringTheCallIsTheCallsTicket() {
        people.as("after-call-agent", Role.AGENT, "after-call-team")
                .contentType("application/json")
                .body(Map.of("type", "complaint", "subject", "Made during the call", "callId", callId))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201);
        take(ended(callId, "answered", NOON));
        assertThat(tickets(callId))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("subject")).isEqualTo("Made during the call"));
    }

    /** The end was told before the journal said who talked. */
    @Test
    void aTicketOfNobodyGoesToTheAgentWhomTheJournalNamesAndNoOtherOne() {
        UUID agent = people.ensure("named-later", Role.AGENT, null, "7431");
        UUID other = people.ensure("named-last", Role.AGENT, null, "7432");
        DomainEvent ended = ended(callId, "answered", NOON);
        take(ended);
        assertThat(tickets(callId).getFirst().getUUID("owner_id")).isNull();

        take(amended(ended, "7431"));
        assertThat(tickets(callId))
                .singleElement()
                .satisfies(row -> assertThat(row.getUUID("owner_id")).isEqualTo(agent));
        take(amended(ended, "7432"));
        assertThat(tickets(callId).getFirst().getUUID("owner_id")).isNotEqualTo(other);
    }

    private static DomainEvent amended(DomainEvent ended, String agent) {
        JsonObject payload = ended.payload().copy().put("agents", new JsonArray().add(agent));
        return DomainEvent.of("call.amended", 1, ended.subject(), NOON, payload);
    }

    /** Who makes the ticket has not finished when the call's end is worked on. */
    @Test
    void aTicketMadeByHandInTheSameMomentIsTheOnlyOne() {
        SqlConnection byHand = pool.getConnection().await().atMost(LIMIT);
        Transaction open = byHand.begin().await().atMost(LIMIT);
        byHand.preparedQuery("select pg_advisory_xact_lock(hashtextextended('ticket of ' || $1, 0))")
                .execute(Tuple.of(callId))
                .await()
                .atMost(LIMIT);
        CompletableFuture<Void> taken = Uni.createFrom()
                .deferred(() -> work.take(ended(callId, "answered", NOON)))
                .subscribeAsCompletionStage();
        await().atMost(LIMIT)
                .until(() ->
                        count("select count(*) from pg_locks where locktype = $1 and not granted", "advisory") == 1);
        byHand.preparedQuery("""
                        insert into ticket (id, version, created_at, updated_at, number, type, status, priority, subject,
                            call_id) values ($1, 0, now(), now(), nextval('ticket_number'), 'repair', 'open', 'normal',
                            'by hand', $2)""")
                .execute(Tuple.of(Ids.next(), callId))
                .chain(open::commit)
                .chain(byHand::close)
                .await()
                .atMost(LIMIT);
        assertThat(taken).succeedsWithin(LIMIT);
        assertThat(tickets(callId))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("subject")).isEqualTo("by hand"));
    }

    @Test
    void deliveredTwiceItIsDoneOnce() {
        DomainEvent ended = ended(callId, "answered", NOON);
        take(ended);
        take(ended);
        take(ended(callId, "answered", NOON));
        assertThat(tickets(callId)).hasSize(1);

        DomainEvent missed = ended(callId + "-b", "abandoned", NOON);
        take(missed);
        take(missed);
        assertThat(followUps())
                .singleElement()
                .satisfies(row -> assertThat(row.getInteger("attempts")).isEqualTo(1));
    }

    /** The database refuses the last step, as if the process had been killed before it: nothing may stay of the others. */
    @Test
    void killedBetweenTicketAndOutboxNothingIsLeftAndTheNextTimeAllOfIt() {
        DomainEvent ended = ended(callId, "answered", NOON);
        DomainEvent missed = ended(callId + "-b", "abandoned", NOON);
        crashOnNews();
        assertThatThrownBy(() -> take(ended)).hasMessageContaining("killed");
        assertThatThrownBy(() -> take(missed)).hasMessageContaining("killed");
        assertThat(tickets(callId)).isEmpty();
        assertThat(followUps()).isEmpty();
        assertThat(count("select count(*) from inbox where event_id = $1", ended.id()))
                .isZero();

        mend();
        take(ended);
        take(missed);
        assertThat(tickets(callId)).hasSize(1);
        assertThat(followUps()).hasSize(1);
    }

    @Test
    void aFailedDeliveryIsMadeAgainByTheRelay() {
        crashOnNews();
        DomainEvent ended = ended(callId, "answered", NOON);
        pool.withTransaction(transaction -> outbox.add(transaction, ended))
                .await()
                .atMost(LIMIT);
        await().untilAsserted(() -> assertThat(
                        count("select count(*) from outbox where id = $1 and published_at is null", ended.id()))
                .isEqualTo(1));
        mend();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(tickets(callId)).hasSize(1));
    }

    @Test
    void aCallerWhoTriesAgainHasOneFollowUp() {
        take(ended(callId + "-1", "abandoned", NOON));
        take(ended(callId + "-2", "overflowed", NOON.plusSeconds(300)));
        take(ended(callId + "-0", "abandoned", NOON.minusSeconds(300)));

        assertThat(followUps()).singleElement().satisfies(row -> {
            assertThat(row.getInteger("attempts")).isEqualTo(3);
            assertThat(row.getString("call_id")).isEqualTo(callId + "-2");
            assertThat(row.getOffsetDateTime("last_attempt_at").toInstant()).isEqualTo(NOON.plusSeconds(300));
            assertThat(row.getOffsetDateTime("due_at").toInstant())
                    .isEqualTo(NOON.minusSeconds(300).plusSeconds(3600));
            assertThat(news(row.getUUID("id")))
                    .containsExactly("follow-up.created", "follow-up.merged", "follow-up.merged");
        });
    }

    @Test
    void reachedInEitherDirectionItIsDone() {
        take(ended(callId + "-1", "abandoned", NOON));
        take(outbound(callId + "-2", "answered", NOON.plusSeconds(60)));
        assertThat(followUps()).singleElement().satisfies(row -> {
            assertThat(row.getString("status")).isEqualTo("done");
            assertThat(row.getString("closed_by")).isEqualTo("reached");
        });

        take(ended(callId + "-3", "abandoned", NOON.plusSeconds(120)));
        take(ended(callId + "-4", "answered", NOON.plusSeconds(180)));
        assertThat(followUps()).extracting(row -> row.getString("status")).containsExactly("done", "done");
    }

    @Test
    void whatAPersonSetIsDoneByATalkWhenItIsDue() {
        UUID due = promise("callback", NOON, null, null);
        UUID later = promise("callback", NOON.plusSeconds(7200), null, null);
        UUID task = promise("task", NOON, null, null);
        take(ended(callId, "no-answer", NOON.plusSeconds(300)));
        assertThat(status(due)).isEqualTo("open");

        take(ended(callId + "-2", "answered", NOON.plusSeconds(600)));
        assertThat(status(due)).isEqualTo("done");
        assertThat(rows("select closed_by from follow_up where id = $1", due)
                        .getFirst()
                        .getString(0))
                .isEqualTo("reached");
        assertThat(news(due)).containsExactly("follow-up.closed");
        assertThat(status(later)).isEqualTo("open");
        assertThat(status(task)).isEqualTo("open");
    }

    @Test
    void whoseOwnerMadeTheCallItIsDoneEarlier() {
        UUID owner = people.ensure("callback-owner", Role.AGENT, null, "7411");
        UUID mine = promise("callback", NOON.plusSeconds(7200), owner, null);
        UUID aColleagues = promise(
                "callback", NOON.plusSeconds(7200), people.ensure("callback-other", Role.AGENT, null, "7412"), null);
        take(byAgent(ended(callId, "answered", NOON), "7411"));
        assertThat(status(mine)).as("the customer called").isEqualTo("open");

        take(byAgent(outbound(callId + "-2", "answered", NOON.plusSeconds(60)), "7411"));
        assertThat(status(mine)).isEqualTo("done");
        assertThat(status(aColleagues)).isEqualTo("open");
    }

    @Test
    void whatWasSetOrMovedDuringACallSpeaksOfAnother() {
        UUID owner = people.ensure("callback-owner", Role.AGENT, null, "7411");
        UUID ofThisCall = promise("callback", NOON, owner, callId);
        UUID moved = promise("callback", NOON, owner, null);
        pool.preparedQuery("update follow_up set updated_at = $2 where id = $1")
                .execute(Tuple.of(moved, NOON.minusSeconds(5).atOffset(ZoneOffset.UTC)))
                .await()
                .atMost(LIMIT);
        take(byAgent(outbound(callId, "answered", NOON), "7411"));
        assertThat(status(ofThisCall)).isEqualTo("open");
        assertThat(status(moved)).isEqualTo("open");
    }

    @Test
    void anEarlierTalkOrACallNobodyTookCloseNothing() {
        take(ended(callId + "-1", "abandoned", NOON));
        take(ended(callId + "-2", "answered", NOON.minusSeconds(60)));
        take(outbound(callId + "-3", "no-answer", NOON.plusSeconds(60)));
        assertThat(followUps())
                .singleElement()
                .satisfies(row -> assertThat(row.getString("status")).isEqualTo("open"));
    }

    @Test
    void shortAbandonsAndWithheldNumbersLeaveNothing() {
        take(ended(callId, "short-abandoned", NOON));
        DomainEvent withheld = ended(callId + "-w", "abandoned", NOON);
        withheld.payload().put("withheld", true).putNull("from").putNull("fromE164");
        take(withheld);
        assertThat(followUps()).isEmpty();
        assertThat(count("select count(*) from follow_up where call_id = $1", callId + "-w"))
                .isZero();
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        take(DomainEvent.of("call.ended", 1, callId, NOON, new JsonObject().put("direction", "sideways")));
        take(DomainEvent.of("something.else", 1, callId, NOON, new JsonObject()));
        assertThat(tickets(callId)).isEmpty();
    }

    @Test
    void theCustomerChosenLaterIsTheTicketsAndTheCallbacks() {
        UUID customer = customer();
        take(ended(callId, "answered", NOON));
        take(ended(callId + "-b", "abandoned", NOON));
        desk.linkCustomer(callId, customer).await().atMost(LIMIT);
        desk.linkCustomer(callId + "-b", customer).await().atMost(LIMIT);

        assertThat(desk.openTickets(List.of(customer)).await().atMost(LIMIT)).hasSize(1);
        assertThat(followUps())
                .singleElement()
                .satisfies(row -> assertThat(row.getUUID("customer_id")).isEqualTo(customer));
        assertThat(desk.ofCalls(List.of(callId)).await().atMost(LIMIT)).containsOnlyKeys(callId);
        assertThat(desk.due(UUID.randomUUID(), NOON.plusSeconds(7200), 500)
                        .await()
                        .atMost(LIMIT))
                .extracting(FollowUpView::phone)
                .contains(phone);
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
                        .addString(phone))
                .await()
                .atMost(LIMIT);
        return id;
    }

    private String status(UUID id) {
        return rows("select status from follow_up where id = $1", id).getFirst().getString(0);
    }

    private static DomainEvent byAgent(DomainEvent event, String extension) {
        event.payload().put("agents", new JsonArray().add(extension));
        return event;
    }

    private UUID customer() {
        UUID id = Ids.next();
        TestCustomers.insert(pool, id);
        return id;
    }

    private void crashOnNews() {
        sql("create or replace function killed() returns trigger language plpgsql as "
                + "$$ begin raise exception 'killed'; end $$");
        sql("create trigger crash before insert on outbox for each row "
                + "when (new.type like 'ticket.%' or new.type like 'follow-up.%') execute function killed()");
    }

    private void take(DomainEvent event) {
        Uni.createFrom().deferred(() -> work.take(event)).await().atMost(LIMIT);
    }

    private DomainEvent ended(String id, String outcome, Instant at) {
        JsonObject payload = new JsonObject()
                .put("callId", id)
                .put("direction", "inbound")
                .put("outcome", outcome)
                .put("queue", "support")
                .put("from", phone)
                .put("fromE164", phone)
                .put("to", "4008001000")
                .put("withheld", false)
                .put("agents", outcome.equals("answered") ? new JsonArray().add("9999") : new JsonArray())
                .put("startedAt", at.minusSeconds(30).toString())
                .put("endedAt", at.toString());
        return DomainEvent.of("call.ended", 1, id, at, payload);
    }

    private DomainEvent outbound(String id, String outcome, Instant at) {
        DomainEvent event = ended(id, outcome, at);
        event.payload()
                .put("direction", "outbound")
                .putNull("queue")
                .put("from", "1001")
                .putNull("fromE164")
                .put("to", phone)
                .put("toE164", phone);
        return event;
    }

    private List<Row> tickets(String call) {
        return rows("select * from ticket where call_id = $1", call);
    }

    private List<Row> followUps() {
        return rows("select * from follow_up where phone = $1 order by created_at", phone);
    }

    private List<String> news(UUID id) {
        return rows("select type from outbox where subject = $1 order by created_at, id", id.toString()).stream()
                .map(row -> row.getString("type"))
                .toList();
    }

    private long count(String sql, Object value) {
        return rows(sql, value).getFirst().getLong(0);
    }

    private List<Row> rows(String sql, Object value) {
        List<Row> found = new ArrayList<>();
        pool.preparedQuery(sql).execute(Tuple.of(value)).await().atMost(LIMIT).forEach(found::add);
        return found;
    }

    private void sql(String sql) {
        pool.query(sql).execute().await().atMost(LIMIT);
    }
}
