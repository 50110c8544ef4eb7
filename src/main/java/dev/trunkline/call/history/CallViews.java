package dev.trunkline.call.history;

import dev.trunkline.call.CallCustomerNames;
import dev.trunkline.call.CallTickets;
import dev.trunkline.call.CallWrapUps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;

/** Completes calls with what other rooms know of them, asked for a whole page at once. */
@ApplicationScoped
class CallViews {
    private final Instance<CallTickets> tickets;
    private final Instance<CallCustomerNames> names;
    private final Instance<CallWrapUps> wrapUps;

    CallViews(Instance<CallTickets> tickets, Instance<CallCustomerNames> names, Instance<CallWrapUps> wrapUps) {
        this.tickets = tickets;
        this.names = names;
        this.wrapUps = wrapUps;
    }

    Uni<List<CallView>> of(List<CallRecord> records) {
        List<String> ids = records.stream().map(CallRecord::id).toList();
        List<UUID> customers = records.stream()
                .map(CallRecord::customerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<UUID> spoken = records.stream()
                .filter(one -> one.contactId() != null)
                .map(CallRecord::customerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Uni.combine()
                .all()
                .unis(
                        ask(tickets, ids, CallTickets::ofCalls),
                        ask(names, customers, CallCustomerNames::names),
                        ask(names, spoken, CallCustomerNames::contacts),
                        ask(wrapUps, ids, CallWrapUps::ofCalls))
                .with((found, called, contacts, noted) -> records.stream()
                        .map(one -> one.view(
                                one.customerId() == null ? null : called.get(one.customerId()),
                                one.contactId() == null ? null : contacts.get(one.contactId()),
                                found.getOrDefault(one.id(), List.of()),
                                noted.get(one.id())))
                        .toList());
    }

    /** A room that is not there knows nothing. */
    private static <R, I, V> Uni<Map<I, V>> ask(
            Instance<R> room, Collection<I> ids, BiFunction<R, Collection<I>, Uni<Map<I, V>>> question) {
        return ids.isEmpty() || !room.isResolvable()
                ? Uni.createFrom().item(Map.of())
                : question.apply(room.get(), ids);
    }
}
