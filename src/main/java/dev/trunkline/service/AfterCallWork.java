package dev.trunkline.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.call.QueuePolicies;
import dev.trunkline.call.QueuePolicy;
import dev.trunkline.call.history.CallHistory;
import dev.trunkline.shared.messaging.Channels;
import dev.trunkline.shared.outbox.DomainEvent;
import dev.trunkline.shared.outbox.Inbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what calls leave behind, once for each {@code call.ended} and {@code call.amended}: the note that it was taken in,
 * the tickets, the follow-ups and the news of them commit together or not at all, and what did not commit is delivered
 * again.
 */
@ApplicationScoped
class AfterCallWork {
    private static final Logger LOG = LoggerFactory.getLogger(AfterCallWork.class);
    private static final String CONSUMER = "service.after-call";
    private static final String AMENDED = "call.amended";
    private static final Set<String> EVENTS = Set.of("call.ended", AMENDED);

    private final Pool pool;
    private final Inbox inbox;
    private final QueuePolicies queues;
    private final RuleBook rules;
    private final CallTicketing tickets;
    private final Callbacks callbacks;
    private final CallHistory calls;
    private final TicketDesk desk;
    private final ObjectMapper json;
    private final Clock clock;
    private final Counter unreadable;

    AfterCallWork(
            Pool pool,
            Inbox inbox,
            QueuePolicies queues,
            RuleBook rules,
            CallTicketing tickets,
            Callbacks callbacks,
            CallHistory calls,
            TicketDesk desk,
            ObjectMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.pool = pool;
        this.inbox = inbox;
        this.queues = queues;
        this.rules = rules;
        this.tickets = tickets;
        this.callbacks = callbacks;
        this.calls = calls;
        this.desk = desk;
        this.json = json;
        this.clock = clock;
        this.unreadable = Counter.builder("trunkline_service_events_unreadable")
                .description("Domain events that could not be read and were left out")
                .register(meters);
    }

    @Incoming(Channels.DOMAIN_EVENTS_SERVICE)
    Uni<Void> take(DomainEvent event) {
        if (!EVENTS.contains(event.type())) {
            return Uni.createFrom().voidItem();
        }
        EndedCall call = read(event);
        if (call == null) {
            return Uni.createFrom().voidItem();
        }
        return rules.rules()
                .map(inForce -> event.type().equals(AMENDED) ? added(call, inForce) : due(call, inForce))
                .flatMap(work -> work.isEmpty() ? Uni.createFrom().voidItem() : leave(event, call, work));
    }

    private List<AfterCall> added(EndedCall call, List<RuleInForce> inForce) {
        List<AfterCall> due = due(call, inForce);
        return AfterCallRules.added(call, call.before() == null ? due : due(call.before(), inForce), due);
    }

    private List<AfterCall> due(EndedCall call, List<RuleInForce> inForce) {
        QueuePolicy policy =
                call.queue() == null ? null : queues.policy(call.queue()).orElse(null);
        return AfterCallRules.of(call, policy, inForce, clock.instant());
    }

    private Uni<Void> leave(DomainEvent event, EndedCall call, List<AfterCall> work) {
        return pool.withTransaction(transaction -> inbox.take(transaction, CONSUMER, event.id())
                        .flatMap(first -> first
                                ? all(transaction, work)
                                : Uni.createFrom().voidItem()))
                // Should the customer have been chosen while this was under way, neither saw the other.
                .chain(() -> calls.customerOf(call.callId()))
                .flatMap(customer -> catchUp(call, work, customer.orElse(null)));
    }

    private Uni<Void> catchUp(EndedCall call, List<AfterCall> work, @Nullable UUID customer) {
        boolean leaves =
                work.stream().anyMatch(one -> one instanceof AfterCall.OpenTicket || one instanceof AfterCall.CallBack);
        return !leaves || customer == null || customer.equals(call.customerId())
                ? Uni.createFrom().voidItem()
                : desk.linkCustomer(call.callId(), customer);
    }

    private Uni<Void> all(SqlConnection transaction, List<AfterCall> work) {
        return Multi.createFrom()
                .iterable(work)
                .onItem()
                .transformToUniAndConcatenate(one -> switch (one) {
                    case AfterCall.OpenTicket ticket -> tickets.open(transaction, ticket);
                    case AfterCall.OwnTicket own -> tickets.own(transaction, own.callId(), own.agent());
                    case AfterCall.CallBack back -> missed(transaction, back);
                    case AfterCall.Reached reached -> callbacks.reached(transaction, reached);
                })
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** A caller who was reached after that need not be called back. */
    private Uni<Void> missed(SqlConnection transaction, AfterCall.CallBack back) {
        return calls.reachedSince(transaction, back.phone(), back.attemptedAt())
                .flatMap(reached -> reached ? Uni.createFrom().voidItem() : callbacks.missed(transaction, back));
    }

    /** Null for what will not be readable the next time either: it is logged, counted and left out. */
    private @Nullable EndedCall read(DomainEvent event) {
        try {
            return json.readValue(event.payload().encode(), EndedCall.class);
        } catch (JsonProcessingException e) {
            unreadable.increment();
            LOG.error(
                    "{} {} of {} cannot be read: {}",
                    event.type(),
                    event.id(),
                    event.subject(),
                    e.getOriginalMessage());
            return null;
        }
    }
}
