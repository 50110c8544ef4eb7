package dev.trunkline.supervision;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallParties;
import dev.trunkline.call.history.CallHistory;
import dev.trunkline.call.history.CallHistory.FarEnd;
import dev.trunkline.customer.CustomerCard;
import dev.trunkline.customer.CustomerDirectory;
import dev.trunkline.routing.CallPriorities;
import dev.trunkline.shared.phone.PhoneIdentity;
import dev.trunkline.supervision.BoardCall.BoardCustomer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who the callers on the board are and which of them go first. What is not known yet is looked up and told when it is there;
 * a customer whom a person chose for a call stands for those with its number. Thread-safe; never blocks.
 */
@ApplicationScoped
class CallerNames {
    private static final Logger LOG = LoggerFactory.getLogger(CallerNames.class);

    /** Of a number that more customers share the board shows no more. */
    private static final int MOST = 3;

    private final CallParties parties;
    private final CallHistory calls;
    private final CustomerDirectory customers;
    private final CallPriorities priorities;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private volatile Runnable onFound = () -> {};

    /**
     * The other side of a call.
     *
     * @param number in E.164, null when withheld and for what is no such number
     * @param priority as routing gave it, 0 for the usual one
     */
    record Caller(@Nullable String number, List<BoardCustomer> customers, int priority) {}

    /**
     * What was found of a call.
     *
     * @param link whom the call was said to be with when it was looked up, null for nobody
     */
    private record Known(PhoneIdentity number, @Nullable FarEnd link, List<BoardCustomer> customers, int priority) {
        boolean shownLike(Known other) {
            return customers.equals(other.customers) && priority == other.priority;
        }
    }

    CallerNames(CallParties parties, CallHistory calls, CustomerDirectory customers, CallPriorities priorities) {
        this.parties = parties;
        this.calls = calls;
        this.customers = customers;
        this.priorities = priorities;
    }

    /** Has this done, on any thread, whenever more is known of a call. */
    void onFound(Runnable told) {
        onFound = told;
    }

    /** Who the other side of the call is, as far as it is known. */
    Caller of(Call call) {
        PhoneIdentity number = parties.of(call);
        if (call.direction() == Call.Direction.INTERNAL) {
            return new Caller(number.e164(), List.of(), 0);
        }
        Known found = known.get(call.id());
        if (found == null || !found.number().equals(number)) {
            found = new Known(number, null, List.of(), 0);
            known.put(call.id(), found);
            look(call.id(), number);
        }
        return new Caller(number.e164(), found.customers(), found.priority());
    }

    /** Forgets all calls but these. */
    void keep(Set<String> callIds) {
        known.keySet().retainAll(callIds);
    }

    /** Looks whether other customers were chosen for the calls, and whether a priority came after the call. */
    Uni<Void> refresh() {
        Set<String> ids = Set.copyOf(known.keySet());
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.combine()
                        .all()
                        .unis(calls.farEndsOf(ids), priorities.of(ids))
                        .asTuple()
                        .invoke(now -> known.forEach((id, found) -> {
                            boolean same = Objects.equals(now.getItem1().get(id), found.link())
                                    && now.getItem2().getOrDefault(id, 0) == found.priority();
                            if (ids.contains(id) && !same) {
                                look(id, found.number());
                            }
                        }))
                        .replaceWithVoid();
    }

    private void look(String callId, PhoneIdentity number) {
        Uni.combine()
                .all()
                .unis(calls.farEndsOf(Set.of(callId)), customers.findByPhone(number), priorities.of(Set.of(callId)))
                .asTuple()
                .chain(asked -> {
                    FarEnd link = asked.getItem1().get(callId);
                    int priority = asked.getItem3().getOrDefault(callId, 0);
                    return chosen(link, asked.getItem2()).map(cards -> new Known(number, link, shown(cards), priority));
                })
                .subscribe()
                .with(found -> found(callId, found), failure -> {
                    LOG.debug("Who calls in {} could not be looked up", callId, failure);
                    known.remove(callId);
                });
    }

    private void found(String callId, Known found) {
        Known before = known.get(callId);
        if (before != null && before.number().equals(found.number())) {
            known.replace(callId, before, found);
            if (!before.shownLike(found)) {
                onFound.run();
            }
        }
    }

    private Uni<List<CustomerCard>> chosen(@Nullable FarEnd link, List<CustomerCard> byNumber) {
        if (link == null) {
            return Uni.createFrom().item(byNumber);
        }
        UUID customer = link.customerId();
        List<CustomerCard> among =
                byNumber.stream().filter(card -> card.id().equals(customer)).toList();
        return among.isEmpty() || link.contactId() != null
                ? customers.card(customer, link.contactId())
                : Uni.createFrom().item(among);
    }

    private static List<BoardCustomer> shown(Collection<CustomerCard> cards) {
        return cards.stream()
                .limit(MOST)
                .map(card -> new BoardCustomer(card.id(), card.name(), card.contactName(), card.vip()))
                .toList();
    }
}
