package dev.trunkline.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.trunkline.call.Call;
import dev.trunkline.call.QueuePolicies;
import dev.trunkline.call.history.CallCard;
import dev.trunkline.call.history.CallHistory;
import dev.trunkline.customer.CustomerCard;
import dev.trunkline.customer.CustomerDirectory;
import dev.trunkline.service.OpenTicket;
import dev.trunkline.service.TicketDesk;
import dev.trunkline.shared.phone.PhoneIdentity;
import dev.trunkline.shared.phone.PhoneNumbers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out who the other side of a call is and what is known of them. */
@ApplicationScoped
class CallerLookup {
    private static final int RECENT_CALLS = 5;
    private static final int MOST_AHEAD = 10_000;

    /** What was looked up so long ago is as good as looked up now. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Cache<String, Ahead> underWay = Caffeine.newBuilder()
            .maximumSize(MOST_AHEAD)
            .expireAfterWrite(FRESH)
            .build();

    private final PhoneNumbers numbers;
    private final QueuePolicies queues;
    private final CustomerDirectory customers;
    private final TicketDesk tickets;
    private final CallHistory calls;

    CallerLookup(
            PhoneNumbers numbers,
            QueuePolicies queues,
            CustomerDirectory customers,
            TicketDesk tickets,
            CallHistory calls) {
        this.numbers = numbers;
        this.queues = queues;
        this.customers = customers;
        this.tickets = tickets;
        this.calls = calls;
    }

    /** The other side's number, of the caller in an inbound call, of the called party in any other; null when withheld. */
    @Nullable
    PhoneIdentity otherSide(Call call) {
        if (call.direction() != Call.Direction.INBOUND) {
            return numbers.normalise(call.to());
        }
        if (call.withheld()) {
            return null;
        }
        String did = call.to();
        return did == null ? numbers.normalise(call.from()) : numbers.normalise(call.from(), queues.regionOfDid(did));
    }

    /** Customers with the number: none when it identifies nobody, several when it is shared. */
    Uni<List<CustomerCard>> customers(@Nullable PhoneIdentity number) {
        return number == null || number.key() == null
                ? Uni.createFrom().item(List.of())
                : customers.findByPhone(number);
    }

    /** Begins to look up what a pop will show while the caller is still on the way to an agent. Never blocks. */
    void ahead(Call call) {
        Ahead begun = new Ahead(otherSide(call), now(call).memoize().indefinitely());
        underWay.put(call.id(), begun);
        begun.found().subscribe().with(found -> {}, failure -> underWay.asMap().remove(call.id(), begun));
    }

    /** All that a pop may show, of now or of a few seconds ago. */
    Uni<Found> find(Call call) {
        Ahead begun = underWay.getIfPresent(call.id());
        return begun != null && Objects.equals(begun.number(), otherSide(call)) ? begun.found() : now(call);
    }

    /** All that a pop may show. A customer who was chosen for the call already is the only one. */
    Uni<Found> now(Call call) {
        underWay.invalidate(call.id());
        PhoneIdentity number = otherSide(call);
        Uni<Whom> whom = Uni.combine()
                .all()
                .unis(calls.farEndOf(call.id()), customers(number))
                .asTuple()
                .chain(asked -> chosen(asked.getItem1(), asked.getItem2()))
                .chain(found -> tickets.openTickets(ids(found)).map(open -> new Whom(found, open)));
        String key = number == null ? null : number.key();
        Uni<List<CallCard>> recent =
                key == null ? Uni.createFrom().item(List.of()) : calls.recent(key, call.id(), RECENT_CALLS);
        return Uni.combine()
                .all()
                .unis(whom, recent)
                .with((found, cards) -> new Found(found.customers(), found.tickets(), cards));
    }

    private Uni<List<CustomerCard>> chosen(Optional<CallHistory.FarEnd> farEnd, List<CustomerCard> byNumber) {
        if (farEnd.isEmpty()) {
            return Uni.createFrom().item(byNumber);
        }
        UUID customer = farEnd.get().customerId();
        UUID contact = farEnd.get().contactId();
        List<CustomerCard> among =
                byNumber.stream().filter(card -> card.id().equals(customer)).toList();
        return among.isEmpty() || contact != null
                ? customers.card(customer, contact)
                : Uni.createFrom().item(among);
    }

    private static List<UUID> ids(List<CustomerCard> cards) {
        return cards.stream().map(CustomerCard::id).toList();
    }

    /** What is being looked up, for the number known by then. */
    private record Ahead(@Nullable PhoneIdentity number, Uni<Found> found) {}

    private record Whom(List<CustomerCard> customers, List<OpenTicket> tickets) {}

    /** What was found, by whoever it may be seen. */
    record Found(List<CustomerCard> customers, List<OpenTicket> tickets, List<CallCard> recentCalls) {
        static final Found NOTHING = new Found(List.of(), List.of(), List.of());
    }
}
