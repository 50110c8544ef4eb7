package dev.trunkline.desk;

import dev.trunkline.call.history.CallCard;
import dev.trunkline.call.history.CallHistory;
import dev.trunkline.customer.CustomerDirectory;
import dev.trunkline.customer.CustomerNoteDesk;
import dev.trunkline.customer.CustomerNoteView;
import dev.trunkline.service.FollowUpView;
import dev.trunkline.service.TicketDesk;
import dev.trunkline.service.TicketView;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.page.MixedCursor;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts together from several rooms what there has been with a customer, the newest first. */
@ApplicationScoped
class Timeline {
    /** More of a note is read where it is opened. */
    private static final int NOTE_SHOWN = 600;

    private final CustomerDirectory customers;
    private final CallHistory calls;
    private final TicketDesk tickets;
    private final CustomerNoteDesk notes;

    Timeline(CustomerDirectory customers, CallHistory calls, TicketDesk tickets, CustomerNoteDesk notes) {
        this.customers = customers;
        this.calls = calls;
        this.tickets = tickets;
        this.notes = notes;
    }

    /**
     * A page of it.
     *
     * @param kinds what of it
     * @param after where to go on, null for the newest
     */
    Uni<Page<TimelineEntry>> of(
            Reader reader, UUID customer, Set<TimelineEntry.Kind> kinds, @Nullable MixedCursor after, int rows) {
        int fetched = rows + 1;
        List<Uni<List<TimelineEntry>>> sources = kinds.stream()
                .filter(kind -> reader.may(permission(kind)))
                .map(kind -> switch (kind) {
                    case CALL -> calls.ofCustomer(customer, after, fetched).flatMap(found -> entries(reader, found));
                    case TICKET ->
                        tickets.ticketsOf(customer, after, fetched)
                                .flatMap(found -> tickets.readableTickets(reader, ids(found, TicketView::id))
                                        .map(opened -> each(found, one -> entry(one, opened.contains(one.id())))));
                    case FOLLOW_UP ->
                        tickets.followUpsOf(customer, after, fetched)
                                .flatMap(found -> tickets.readableFollowUps(reader, ids(found, FollowUpView::id))
                                        .map(opened -> each(found, one -> entry(one, opened.contains(one.id())))));
                    case NOTE -> notes.notesOf(customer, after, fetched).map(found -> each(found, Timeline::entry));
                })
                .toList();
        return customers
                .requireVisible(reader, customer)
                .chain(() -> merged(sources))
                .map(found -> page(found, rows));
    }

    private static Permission permission(TimelineEntry.Kind kind) {
        return switch (kind) {
            case CALL -> Permission.CALLS_READ;
            case TICKET -> Permission.TICKETS_READ;
            case FOLLOW_UP -> Permission.FOLLOW_UPS_READ;
            case NOTE -> Permission.CUSTOMER_NOTES_READ;
        };
    }

    /** In the order of {@link MixedCursor}; entries of one kind keep the order they come in. */
    private static Uni<List<TimelineEntry>> merged(List<Uni<List<TimelineEntry>>> sources) {
        return sources.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join()
                        .all(sources)
                        .andFailFast()
                        .map(found -> found.stream()
                                .flatMap(List::stream)
                                .sorted(Comparator.comparing(TimelineEntry::at)
                                        .thenComparing(TimelineEntry::type)
                                        .reversed())
                                .toList());
    }

    private static <T> List<UUID> ids(List<T> found, Function<T, UUID> id) {
        return found.stream().map(id).toList();
    }

    private static <T> List<TimelineEntry> each(List<T> found, Function<T, TimelineEntry> entry) {
        return found.stream().map(entry).toList();
    }

    /**
     * That there was a call, or is a ticket or something to do, is for everybody who may see the customer; opening it and
     * hearing it is not.
     */
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
        return new Page<>(items, found.size() > rows ? cursor(items.getLast()).encode() : null, items.size());
    }

    private static MixedCursor cursor(TimelineEntry last) {
        return new MixedCursor(
                last.at(), last.type(), last.id().substring(last.type().length() + 1));
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

    private static TimelineEntry entry(TicketView ticket, boolean opened) {
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
                opened ? ticket.id().toString() : null,
                ticket.assigneeName());
    }

    private static TimelineEntry entry(FollowUpView followUp, boolean opened) {
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
                opened ? followUp.id().toString() : null,
                followUp.assigneeName());
    }

    private static TimelineEntry entry(CustomerNoteView note) {
        String body = note.body();
        boolean more = body.length() > NOTE_SHOWN;
        return new TimelineEntry(
                "note:" + note.id(),
                note.createdAt(),
                "note",
                "note.written",
                params(
                        "text", more ? clipped(body) : body,
                        "more", more,
                        "pinned", note.pinned(),
                        "authorId", note.authorId(),
                        "callId", note.callId()),
                note.id().toString(),
                note.authorName());
    }

    /** Never in the middle of a character. */
    private static String clipped(String body) {
        return body.substring(0, Character.isHighSurrogate(body.charAt(NOTE_SHOWN - 1)) ? NOTE_SHOWN - 1 : NOTE_SHOWN);
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
