package dev.trunkline.boot.demo;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallArchive;
import dev.trunkline.shared.audit.Audit;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the demo, once for a database: its people before agents are read, its customers and their month of history when
 * the queues' settings are known. An entry in the audit, of the same transaction as the history, says that it is done;
 * whatever people then change or delete stays so. A demo that cannot be made is logged, and the service starts without.
 */
@Singleton
class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Agents and queues are read at 1500. */
    private static final int BEFORE_AGENTS = 50;

    private static final int AFTER_AGENTS = 1600;
    private static final long SEED = 4008001000L;
    private static final int STRANGERS = 60;
    /** Keeps two replicas from making it at once. */
    private static final String LOCK = "select pg_advisory_xact_lock(4008001000)";

    private static final String DONE =
            "select exists (select 1 from audit_entry where kind = 'demo' and ref_id = 'history')";

    private final Pool pool;
    private final DemoStaff staff;
    private final DemoCustomers customers;
    private final DemoTickets tickets;
    private final DemoFollowUps followUps;
    private final CallArchive archive;
    private final Audit audit;
    private final Clock clock;
    private final ZoneId zone;
    private final boolean wanted;

    /** All that is to be written. */
    private record Story(List<Call> calls, List<Batch> besides) {}

    Demo(
            Pool pool,
            DemoStaff staff,
            DemoCustomers customers,
            DemoTickets tickets,
            DemoFollowUps followUps,
            CallArchive archive,
            Audit audit,
            Clock clock,
            @ConfigProperty(name = "trunkline.time-zone") Optional<String> zone,
            @ConfigProperty(name = "trunkline.demo", defaultValue = "false") boolean wanted) {
        this.pool = pool;
        this.staff = staff;
        this.customers = customers;
        this.tickets = tickets;
        this.followUps = followUps;
        this.archive = archive;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone.map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        this.wanted = wanted;
    }

    void people(@Observes @Priority(BEFORE_AGENTS) StartupEvent starting) {
        start("people", done().flatMap(done -> done ? Uni.createFrom().voidItem() : staff.ensure()));
    }

    void history(@Observes @Priority(AFTER_AGENTS) StartupEvent starting) {
        start("history", make().replaceWithVoid());
    }

    /** Writes customers and history unless this database has had them; whether it did. */
    Uni<Boolean> make() {
        return done().flatMap(early -> early
                ? Uni.createFrom().item(false)
                : staff.all()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(this::story)
                        .flatMap(this::write));
    }

    private Story story(Map<String, Colleague> people) {
        Instant now = clock.instant();
        Dice dice = new Dice(SEED);
        DemoNumbers numbers = new DemoNumbers(dice);
        List<DemoCustomer> made = customers.make(dice, numbers, people, now);
        Whom whom = new Whom(dice, numbers, made, customers.normal(numbers.strangers(STRANGERS)));
        List<PastCall> calls = new MonthOfCalls(dice, zone, whom, archive).until(now);
        Map<String, Colleague> known = new HashMap<>(people);
        people.values().forEach(one -> known.put(String.valueOf(one.extension()), one));

        List<Batch> batches = new ArrayList<>(customers.rows(made));
        batches.add(DemoAddresses.rows(made));
        batches.addAll(DemoArticles.rows(people, now));
        batches.addAll(DemoScripts.rows(people, now));
        batches.add(DemoRouting.rows(now));
        batches.addAll(DemoCalls.rows(calls, known, dice));
        batches.add(tickets.rows(calls, made, known, dice, now));
        batches.add(followUps.rows(calls, made, known, dice, now));
        return new Story(calls.stream().map(PastCall::call).toList(), batches);
    }

    private Uni<Boolean> write(Story story) {
        return pool.withTransaction(transaction -> transaction
                .query(LOCK)
                .execute()
                .chain(() -> transaction.query(DONE).execute())
                .flatMap(found -> found.iterator().next().getBoolean(0)
                        ? Uni.createFrom().item(false)
                        : write(transaction, story).replaceWith(true)));
    }

    private Uni<Void> write(SqlConnection transaction, Story story) {
        int calls = story.calls().size();
        return archive.add(transaction, story.calls())
                .chain(() -> Multi.createFrom()
                        .iterable(story.besides())
                        .onItem()
                        .transformToUniAndConcatenate(batch -> batch.write(transaction))
                        .collect()
                        .asList())
                .chain(() -> audit.record(
                        transaction, null, "created", "demo", "history", new JsonObject().put("calls", calls)))
                .invoke(() -> LOG.info("The demo's history of {} calls is written", calls));
    }

    private Uni<Boolean> done() {
        return pool.query(DONE).execute().map(found -> found.iterator().next().getBoolean(0));
    }

    /** On the starting thread, which may wait. */
    private void start(String what, Uni<Void> work) {
        if (!wanted) {
            return;
        }
        try {
            work.await().atMost(LIMIT);
        } catch (RuntimeException failure) {
            LOG.error("The demo's {} could not be made", what, failure);
        }
    }
}
