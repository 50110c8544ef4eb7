package dev.trunkline.service;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.crud.Change;
import dev.trunkline.shared.crud.Crud;
import dev.trunkline.shared.crud.CrudKit;
import dev.trunkline.shared.crud.CrudSpec;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Making, seeing and changing tickets. */
@Singleton
class Tickets extends Crud<Ticket, TicketInput, TicketView> {
    static final String KIND = "ticket";
    private static final int LONGEST_NUMBER = 18;

    /** When what has no time is due, in the order of being due. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String DUE = "coalesce(e.dueAt, cast('" + NEVER + "' as Instant))";

    /** By how much it matters, as {@link Ticket.Priority} has it. */
    private static final String RANK = Arrays.stream(Ticket.Priority.values())
            .map(priority -> "when '%s' then %d".formatted(Words.of(priority), priority.ordinal()))
            .collect(Collectors.joining(" ", "case e.priority ", " end"));

    private final Names names;
    private final TicketSearch search;
    private final ServiceEvents events;

    Tickets(CrudKit kit, Names names, TicketSearch search, ServiceEvents events) {
        super(
                kit,
                CrudSpec.of(Ticket.class, TicketInput.class, KIND, Permission.TICKETS_READ, Permission.TICKETS_WRITE)
                        .orderedBy(CrudSpec.<Ticket>byId()
                                .by("-createdAt", "e.createdAt", Instant.class, Ticket::createdAt)
                                .by("updatedAt", "e.updatedAt", Instant.class, Ticket::updatedAt)
                                .by("number", "e.number", Long.class, ticket -> ticket.number)
                                .by("dueAt", DUE, Instant.class, ticket -> requireNonNullElse(ticket.dueAt, NEVER))
                                .by("priority", RANK, Integer.class, Tickets::rank)));
        this.names = names;
        this.search = search;
        this.events = events;
    }

    @Override
    protected Ticket fresh(Reader reader) {
        Ticket ticket = Ticket.fresh();
        ticket.ownedBy(reader.userId());
        ticket.ofTeam(reader.teamId());
        return ticket;
    }

    @Override
    protected TicketInput input(Ticket ticket) {
        return new TicketInput(
                Words.parse(Ticket.Type.class, ticket.type, "type"),
                Words.parse(Ticket.Status.class, ticket.status, "status"),
                Words.parse(Ticket.Priority.class, ticket.priority, "priority"),
                ticket.subject,
                ticket.description,
                ticket.customerId,
                ticket.callId,
                ticket.queue,
                ticket.ownerId(),
                ticket.dueAt);
    }

    @Override
    protected Uni<Void> apply(Mutiny.Session session, Reader reader, Ticket ticket, TicketInput input) {
        if (ticket.mergedInto != null) {
            throw Problem.conflict("ticket-merged", "The ticket was merged into another one");
        }
        String subject = input.subject();
        if (subject == null || subject.isBlank()) {
            if (ticket.subjectKey == null) {
                throw Problem.invalid("subject", "not-blank", "must not be blank");
            }
        } else {
            ticket.subject = subject;
            ticket.subjectKey = null;
            ticket.subjectParams = "{}";
        }
        boolean fresh = ticket.number == 0;
        ticket.type = Words.of(requireNonNull(input.type()));
        ticket.status = Words.of(requireNonNullElse(input.status(), Ticket.Status.OPEN));
        ticket.priority = Words.of(requireNonNullElse(input.priority(), Ticket.Priority.NORMAL));
        ticket.description = input.description();
        ticket.customerId = input.customerId();
        ticket.callId = input.callId();
        ticket.queue = input.queue();
        ticket.dueAt = input.dueAt();
        if (!fresh || input.assignee() != null) {
            ticket.ownedBy(input.assignee());
        }
        return fresh
                ? CallTicketing.oneAtATime(session, ticket.callId)
                        .chain(() -> number(session))
                        .invoke(number -> ticket.number = number)
                        .replaceWithVoid()
                : done();
    }

    @Override
    protected Uni<List<TicketView>> views(Mutiny.Session session, List<Ticket> tickets) {
        return names.of(
                        tickets.stream().map(ticket -> ticket.customerId).toList(),
                        tickets.stream().map(Ticket::ownerId).toList())
                .map(known ->
                        tickets.stream().map(ticket -> view(ticket, known)).toList());
    }

    @Override
    protected void search(Where where, String text) {
        String like = "%" + Names.escaped(text.toLowerCase(Locale.ROOT)) + "%";
        String digits = text.startsWith("#") ? text.substring(1) : text;
        if (digits.length() <= LONGEST_NUMBER
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && !digits.isEmpty()) {
            where.add("e.number = ? or lower(e.subject) like ? escape '!'", Long.parseLong(digits), like);
        } else {
            where.add("lower(e.subject) like ? escape '!'", like);
        }
    }

    @Override
    protected Uni<Void> changed(Mutiny.Session session, Reader reader, Ticket ticket, Change change) {
        return search.write(session, ticket.id(), TicketSearch.tokens(ticket.subject, ticket.description))
                .chain(() -> views(session, List.of(ticket)))
                .flatMap(views -> events.add(session, KIND, change, ticket.id(), views.getFirst()));
    }

    private static Uni<Long> number(Mutiny.Session session) {
        return session.createNativeQuery("select nextval('ticket_number')", Long.class)
                .getSingleResult();
    }

    private static TicketView view(Ticket ticket, Names.Known known) {
        return new TicketView(
                ticket.id(),
                ticket.number,
                Words.parse(Ticket.Type.class, ticket.type, "type"),
                Words.parse(Ticket.Status.class, ticket.status, "status"),
                Words.parse(Ticket.Priority.class, ticket.priority, "priority"),
                ticket.subject,
                ticket.subjectKey,
                Ticket.params(ticket.subjectParams),
                ticket.description,
                ticket.customerId,
                known.customer(ticket.customerId),
                ticket.callId,
                ticket.queue,
                ticket.ownerId(),
                ticket.ownerId(),
                known.user(ticket.ownerId()),
                ticket.dueAt,
                ticket.mergedInto,
                null,
                ticket.createdAt(),
                ticket.updatedAt(),
                ticket.version());
    }

    private static int rank(Ticket ticket) {
        return Words.parse(Ticket.Priority.class, ticket.priority, "priority").ordinal();
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
