package dev.trunkline.service;

import static dev.trunkline.service.LeftByCalls.LIMIT;
import static dev.trunkline.service.LeftByCalls.NOON;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the domain event to exactly one ticket or follow-up, whatever is killed in between. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class AfterCallWorkTest {

    @Inject
    AfterCallWork work;

    @Inject
    TicketDesk desk;

    @Inject
    Outbox outbox;

    @Inject
    Pool pool;

    @Inject
    LeftByCalls calls;

    @Inject
    People people;

    @AfterEach
    void mend() {
        calls.sql("drop trigger if exists crash on outbox");
    }

    @Test
    void anAnsweredCallThroughTheOutboxLeavesOneTicket() {
        DomainEvent ended = calls.ended(calls.id(), "answered", NOON);
        pool.withTransaction(transaction -> outbox.add(transaction, ended))
                .await()
                .atMost(LIMIT);

        await().untilAsserted(() -> assertThat(calls.tickets(calls.id())).hasSize(1));
        Row ticket = calls.tickets(calls.id()).getFirst();
        assertThat(ticket.getString("subject_key")).isEqualTo("ticket.call-answered");
        assertThat(ticket.getString("type")).isEqualTo("repair");
        await().untilAsserted(() -> assertThat(calls.count(
                        "select count(*) from outbox where id = $1 and published_at is not null", ended.id()))
                .isEqualTo(1));
        await().untilAsserted(() -> assertThat(calls.news(ticket.getUUID("id"))).containsExactly("ticket.created"));
    }

    @Test
    void aTicketMadeByHandDuringTheCallIsTheCallsTicket() {
        people.as("after-call-agent", Role.AGENT, "after-call-team")
                .contentType("application/json")
                .body(Map.of("type", "complaint", "subject", "Made during the call", "callId", calls.id()))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201);
        calls.take(calls.ended(calls.id(), "answered", NOON));
        assertThat(calls.tickets(calls.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("subject")).isEqualTo("Made during the call"));
    }

    /** The end was told before the journal said who talked. */
    @Test
    void aTicketOfNobodyGoesToTheAgentWhomTheJournalNamesAndNoOtherOne() {
        UUID agent = people.ensure("named-later", Role.AGENT, null, "7431");
        UUID other = people.ensure("named-last", Role.AGENT, null, "7432");
        DomainEvent ended = calls.ended(calls.id(), "answered", NOON);
        calls.take(ended);
        assertThat(calls.tickets(calls.id()).getFirst().getUUID("owner_id")).isNull();

        calls.take(amended(ended, "7431"));
        assertThat(calls.tickets(calls.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.getUUID("owner_id")).isEqualTo(agent));
        calls.take(amended(ended, "7432"));
        assertThat(calls.tickets(calls.id()).getFirst().getUUID("owner_id")).isNotEqualTo(other);
    }

    private static DomainEvent amended(DomainEvent ended, String agent) {
        JsonObject better = ended.payload().copy().put("agents", new JsonArray().add(agent));
        return LeftByCalls.amended(ended, better);
    }

    /** The PBX's journal had not been read when the end was told: nobody knew of a queue. */
    @Test
    void aBetterAccountOfACallLeavesWhatTheFirstOneShouldHaveLeft() {
        DomainEvent ended = calls.ended(calls.id(), "interrupted", NOON);
        ended.payload().putNull("queue");
        calls.take(ended);
        assertThat(calls.followUps()).isEmpty();

        JsonObject better = ended.payload().copy().put("queue", "support").put("outcome", "abandoned");
        DomainEvent amended = LeftByCalls.amended(ended, better);
        calls.take(amended);
        calls.take(amended);
        assertThat(calls.followUps())
                .singleElement()
                .satisfies(row -> assertThat(row.getInteger("attempts")).isEqualTo(1));

        calls.take(LeftByCalls.amended(amended, better.copy().put("outcome", "overflowed")));
        assertThat(calls.followUps())
                .singleElement()
                .satisfies(row -> assertThat(row.getInteger("attempts")).isEqualTo(1));
    }

    @Test
    void whoWasReachedAfterAllNeedNotBeCalledBackAndHasATicket() {
        DomainEvent ended = calls.ended(calls.id(), "interrupted", NOON);
        calls.take(ended);
        assertThat(calls.followUps()).hasSize(1);

        JsonObject better = ended.payload()
                .copy()
                .put("outcome", "answered")
                .put("agents", new JsonArray().add("9999"))
                .put("endedAt", NOON.minusSeconds(5).toString());
        calls.take(LeftByCalls.amended(ended, better));
        assertThat(calls.followUps())
                .singleElement()
                .satisfies(row -> assertThat(row.getString("status")).isEqualTo("done"));
        assertThat(calls.tickets(calls.id())).hasSize(1);
    }

    /** Who makes the ticket has not finished when the call's end is worked on. */
    @Test
    void aTicketMadeByHandInTheSameMomentIsTheOnlyOne() {
        SqlConnection byHand = pool.getConnection().await().atMost(LIMIT);
        Transaction open = byHand.begin().await().atMost(LIMIT);
        byHand.preparedQuery("select pg_advisory_xact_lock(hashtextextended('ticket of ' || $1, 0))")
                .execute(Tuple.of(calls.id()))
                .await()
                .atMost(LIMIT);
        CompletableFuture<Void> taken = Uni.createFrom()
                .deferred(() -> work.take(calls.ended(calls.id(), "answered", NOON)))
                .subscribeAsCompletionStage();
        await().atMost(LIMIT)
                .until(() ->
                        calls.count("select count(*) from pg_locks where locktype = $1 and not granted", "advisory")
                                == 1);
        byHand.preparedQuery("""
                        insert into ticket (id, version, created_at, updated_at, number, type, status, priority, subject,
                            call_id) values ($1, 0, now(), now(), nextval('ticket_number'), 'repair', 'open', 'normal',
                            'by hand', $2)""")
                .execute(Tuple.of(Ids.next(), calls.id()))
                .chain(open::commit)
                .chain(byHand::close)
                .await()
                .atMost(LIMIT);
        assertThat(taken).succeedsWithin(LIMIT);
        assertThat(calls.tickets(calls.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("subject")).isEqualTo("by hand"));
    }

    @Test
    void deliveredTwiceItIsDoneOnce() {
        DomainEvent ended = calls.ended(calls.id(), "answered", NOON);
        calls.take(ended);
        calls.take(ended);
        calls.take(calls.ended(calls.id(), "answered", NOON));
        assertThat(calls.tickets(calls.id())).hasSize(1);

        DomainEvent missed = calls.ended(calls.id() + "-b", "abandoned", NOON);
        calls.take(missed);
        calls.take(missed);
        assertThat(calls.followUps())
                .singleElement()
                .satisfies(row -> assertThat(row.getInteger("attempts")).isEqualTo(1));
    }

    /** The database refuses the last step, as if the process had been killed before it: nothing may stay of the others. */
    @Test
    void killedBetweenTicketAndOutboxNothingIsLeftAndTheNextTimeAllOfIt() {
        DomainEvent ended = calls.ended(calls.id(), "answered", NOON);
        DomainEvent missed = calls.ended(calls.id() + "-b", "abandoned", NOON);
        crashOnNews();
        assertThatThrownBy(() -> calls.take(ended)).hasMessageContaining("killed");
        assertThatThrownBy(() -> calls.take(missed)).hasMessageContaining("killed");
        assertThat(calls.tickets(calls.id())).isEmpty();
        assertThat(calls.followUps()).isEmpty();
        assertThat(calls.count("select count(*) from inbox where event_id = $1", ended.id()))
                .isZero();

        mend();
        calls.take(ended);
        calls.take(missed);
        assertThat(calls.tickets(calls.id())).hasSize(1);
        assertThat(calls.followUps()).hasSize(1);
    }

    @Test
    void aFailedDeliveryIsMadeAgainByTheRelay() {
        crashOnNews();
        DomainEvent ended = calls.ended(calls.id(), "answered", NOON);
        pool.withTransaction(transaction -> outbox.add(transaction, ended))
                .await()
                .atMost(LIMIT);
        await().untilAsserted(() -> assertThat(
                        calls.count("select count(*) from outbox where id = $1 and published_at is null", ended.id()))
                .isEqualTo(1));
        mend();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(calls.tickets(calls.id())).hasSize(1));
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        calls.take(DomainEvent.of("call.ended", 1, calls.id(), NOON, new JsonObject().put("direction", "sideways")));
        calls.take(DomainEvent.of("something.else", 1, calls.id(), NOON, new JsonObject()));
        assertThat(calls.tickets(calls.id())).isEmpty();
    }

    @Test
    void theCustomerChosenLaterIsTheTicketsAndTheCallbacks() {
        UUID customer = customer();
        calls.take(calls.ended(calls.id(), "answered", NOON));
        calls.take(calls.ended(calls.id() + "-b", "abandoned", NOON));
        desk.linkCustomer(calls.id(), customer).await().atMost(LIMIT);
        desk.linkCustomer(calls.id() + "-b", customer).await().atMost(LIMIT);

        assertThat(desk.openTickets(List.of(customer)).await().atMost(LIMIT)).hasSize(1);
        assertThat(calls.followUps())
                .singleElement()
                .satisfies(row -> assertThat(row.getUUID("customer_id")).isEqualTo(customer));
        assertThat(desk.ofCalls(List.of(calls.id())).await().atMost(LIMIT)).containsOnlyKeys(calls.id());
        assertThat(desk.due(UUID.randomUUID(), NOON.plusSeconds(7200), 500)
                        .await()
                        .atMost(LIMIT))
                .extracting(FollowUpView::phone)
                .contains(calls.phone());
    }

    private UUID customer() {
        UUID id = Ids.next();
        TestCustomers.insert(pool, id);
        return id;
    }

    private void crashOnNews() {
        calls.sql("create or replace function killed() returns trigger language plpgsql as "
                + "$$ begin raise exception 'killed'; end $$");
        calls.sql("create trigger crash before insert on outbox for each row "
                + "when (new.type like 'ticket.%' or new.type like 'follow-up.%') execute function killed()");
    }
}
