package dev.trunkline.desk;

import dev.trunkline.call.history.CallCard;
import dev.trunkline.call.history.CallHistory;
import dev.trunkline.customer.CustomerDirectory;
import dev.trunkline.service.FollowUpView;
import dev.trunkline.service.TicketDesk;
import dev.trunkline.service.TicketView;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together from several rooms what there has been with a customer, the newest first. */
@ApplicationScoped
class Timeline {
    /** Later than anything. */
    private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

    private final CustomerDirectory customers;
    private final CallHistory calls;
    private final TicketDesk tickets;

    Timeline(CustomerDirectory customers, CallHistory calls, TicketDesk tickets) {
        this.customers = customers;
        this.calls = calls;
        this.tickets = tickets;
    }

    /**
     * A page of it.
     *
     * @param before only what was before, null for the newest
     */
    Uni<Page<TimelineEntry>> of(Reader reader, UUID customer, @Nullable Instant before, int rows) {
        int fetched = rows + 1;
        Instant until = before == null ? ALWAYS : before;
        Uni<List<TimelineEntry>> called = reader.may(Permission.CALLS_READ)
                ? calls.ofCustomer(customer, before, fetched).chain(found -> entries(reader, found))
                : nothing();
        Uni<List<TicketView>> opened =
                reader.may(Permission.TICKETS_READ) ? tickets.ticketsOf(customer, until, fetched) : nothing();
        Uni<List<FollowUpView>> noted =
                reader.may(Permission.FOLLOW_UPS_READ) ? tickets.followUpsOf(customer, until, fetched) : nothing();
        return customers
                .requireVisible(reader, customer)
                .chain(() -> Uni.combine()
                        .all()
                        .unis(called, opened, noted)
                        .with((some, others, third) -> page(
                                Stream.of(
                                                some.stream(),
                                                others.stream().map(Timeline::entry),
                                                third.stream().map(Timeline::entry))
                                        .flatMap(entries -> entries)
                                        .sorted(Comparator.comparing(TimelineEntry::at)
                                                .thenComparing(TimelineEntry::id)
                                                .reversed())
                                        .toList(),
                                rows)));
    }

    /** That there was a call is for everybody who may see the customer; opening it and hearing it is not. */
    private Uni<List<TimelineEntry>> entries(Reader reader, List<CallCard> found) {
        List<String> ids = found.stream().map(CallCard::id).toList();
        return Uni.combine()
                .all()
                .unis(
                        calls.visible(reader, Permission.CALLS_READ, ids),
                        calls.visible(reader, Permission.RECORDINGS_READ, ids))
                .with((opened, heard) -> found.stream()
                        .map(call -> entry(
                                call, opened.contains(call.id()), heard.contains(call.id()) ? call.recordings() : 0))
                        .toList());
    }

    private static Page<TimelineEntry> page(List<TimelineEntry> found, int rows) {
        List<TimelineEntry> items = found.subList(0, Math.min(rows, found.size()));
        String next = found.size() > rows ? items.getLast().at().toString() : null;
        return new Page<>(items, next, items.size());
    }

    private static TimelineEntry entry(CallCard call, boolean opened, int recordings) {
        String outcome = call.outcome() == null ? "open" : Words.of(call.outcome());
        return new TimelineEntry(
                "call:" + call.id(),
                call.startedAt(),
                "call",
                "call." + Words.of(call.direction()) + "." + outcome,
                params(
                        "queue", call.queue(),
                        "agent", call.agent(),
                        "talkMs", call.talkMs(),
                        "outcome", outcome,
                        "recordings", recordings),
                opened ? call.id() : null,
                null);
    }

    private static TimelineEntry entry(TicketView ticket) {
        return new TimelineEntry(
                "ticket:" + ticket.id(),
                ticket.createdAt(),
                "ticket",
                "ticket.created",
                params(
                        "number", ticket.number(),
                        "subject", ticket.subject(),
                        "subjectKey", ticket.subjectKey(),
                        "subjectParams", ticket.subjectParams(),
                        "status", Words.of(ticket.status())),
                ticket.id().toString(),
                ticket.assigneeName());
    }

    private static TimelineEntry entry(FollowUpView followUp) {
        return new TimelineEntry(
                "follow-up:" + followUp.id(),
                followUp.createdAt(),
                "follow-up",
                "follow-up.created",
                params(
                        "kind", Words.of(followUp.kind()),
                        "status", Words.of(followUp.status()),
                        "dueAt", followUp.dueAt(),
                        "attempts", followUp.attempts()),
                followUp.id().toString(),
                followUp.assigneeName());
    }

    private static <T> Uni<List<T>> nothing() {
        return Uni.createFrom().item(List.of());
    }

    private static Map<String, Object> params(@Nullable Object... keysAndValues) {
        Map<String, Object> params = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            if (value != null) {
                params.put(String.valueOf(keysAndValues[i]), value);
            }
        }
        return params;
    }
}
