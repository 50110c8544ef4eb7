package dev.trunkline.desk;

import dev.trunkline.acd.AgentView;
import dev.trunkline.acd.Agents;
import dev.trunkline.identity.Person;
import dev.trunkline.identity.Users;
import dev.trunkline.service.Concern;
import dev.trunkline.service.TicketDesk;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.messaging.Channels;
import dev.trunkline.shared.outbox.DomainEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Takes news of tickets and follow-ups to whom they are assigned, and of unassigned ones to everybody; news of a ticket also
 * to those who watch it. Whoever it is, they are told only of what they may see in this moment: who watches a ticket that
 * went where they see nothing hears no more of it until it is back. A comment is told to nobody else, and not to who wrote
 * it. That an unassigned follow-up is due is told to those who serve its queue alone: nobody else is called away from their
 * work for it. That a customer changed is told to every desk, by id alone: a page that shows the customer reads it anew, as
 * far as its reader may.
 */
@ApplicationScoped
class TaskNews {
    private final Desks desks;
    private final Users users;
    private final TicketDesk tickets;
    private final Agents agents;

    TaskNews(Desks desks, Users users, TicketDesk tickets, Agents agents) {
        this.desks = desks;
        this.users = users;
        this.tickets = tickets;
        this.agents = agents;
    }

    @Incoming(Channels.DOMAIN_EVENTS_DESK)
    Uni<Void> on(DomainEvent event) {
        if (event.type().startsWith("customer.")) {
            DeskMessage news = new DeskMessage.Notice("customer-changed", Map.of("id", event.subject()));
            desks.all().forEach(desk -> desks.send(desk, news));
            return Uni.createFrom().voidItem();
        }
        boolean ticket = event.type().startsWith("ticket.");
        if (!ticket && !event.type().startsWith("follow-up.")) {
            return Uni.createFrom().voidItem();
        }
        // Long, and what a page shows of it the page asks for itself, as far as its reader may.
        JsonObject facts = event.payload().copy();
        facts.remove("description");
        DeskMessage.Task task = new DeskMessage.Task(event.type(), event.subject(), facts.getMap());
        UUID assignee = id(event.payload().getString("assigneeId"));
        JsonObject comment = event.payload().getJsonObject("comment");
        Permission permission = ticket ? Permission.TICKETS_READ : Permission.FOLLOW_UPS_READ;
        return tickets.concern(ticket, UUID.fromString(event.subject()))
                .map(found -> found.orElseGet(() -> new Concern(assignee, null, Set.of())))
                .flatMap(concern -> assignee == null && comment == null
                        ? users.withPhones()
                                .map(people -> readers(people, permission, concern))
                                .invoke(readers -> anybodys(event).stream()
                                        .filter(desk -> readers.contains(desk.agent()))
                                        .forEach(desk -> desks.send(desk, task)))
                        : users.byIds(concerned(concern, assignee, comment))
                                .map(people -> readers(people, permission, concern))
                                .invoke(readers -> readers.forEach(agent -> desks.send(desks.of(agent), task))))
                .replaceWithVoid();
    }

    /** Whom news are for that are not for everybody. */
    private static Set<UUID> concerned(Concern concern, @Nullable UUID assignee, @Nullable JsonObject comment) {
        Set<UUID> concerned = new HashSet<>(concern.watchers());
        if (assignee != null) {
            concerned.add(assignee);
        }
        if (comment != null) {
            concerned.remove(id(comment.getString("authorId")));
        }
        return concerned;
    }

    /** Extensions of those who may see it as it is now. */
    private static Set<String> readers(List<Person> people, Permission permission, Concern concern) {
        return people.stream()
                .filter(person -> person.active() && person.extension() != null)
                .map(Person::reader)
                .filter(reader -> reader.sees(permission, concern.owner(), concern.team()))
                .map(reader -> Objects.requireNonNull(reader.extension()))
                .collect(Collectors.toSet());
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private Collection<AgentDesk> anybodys(DomainEvent event) {
        if (!event.type().equals("follow-up.due")) {
            return desks.all();
        }
        String queue = event.payload().getString("queue");
        return queue == null
                ? List.of()
                : agents.all().stream()
                        .filter(agent -> agent.queues().contains(queue))
                        .map(AgentView::extension)
                        .map(desks::of)
                        .toList();
    }
}
