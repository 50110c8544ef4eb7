package dev.trunkline.desk;

import dev.trunkline.acd.AgentView;
import dev.trunkline.acd.Agents;
import dev.trunkline.identity.Person;
import dev.trunkline.identity.Users;
import dev.trunkline.service.TicketDesk;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Scope;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.messaging.Channels;
import dev.trunkline.shared.outbox.DomainEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Takes news of tickets and follow-ups to whom they are assigned, and of unassigned ones to everybody who may see them; news of a ticket also
 * to those who watch it. A comment is told to nobody else, and not to who wrote it. That an unassigned follow-up is due is
 * told to those who serve its queue alone: nobody else is called away from their work for it. That a customer changed is
 * told to every desk, by id alone: a page that shows the customer reads it anew, as far as its reader may.
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
        String assignee = event.payload().getString("assigneeId");
        JsonObject comment = event.payload().getJsonObject("comment");
        if (assignee == null && comment == null) {
            return readers(ticket, UUID.fromString(event.subject()))
                    .invoke(readers -> anybodys(event).stream()
                            .filter(desk -> readers.contains(desk.agent()))
                            .forEach(desk -> desks.send(desk, task)))
                    .replaceWithVoid();
        }
        Uni<List<String>> watching = ticket
                ? tickets.watchingPhones(UUID.fromString(event.subject()))
                : Uni.createFrom().item(List.of());
        return watching.flatMap(phones -> phone(assignee)
                        .flatMap(owner -> phone(author(comment)).map(author -> {
                            Set<String> told = new LinkedHashSet<>(phones);
                            if (owner != null) {
                                told.add(owner);
                            }
                            if (author != null) {
                                told.remove(author);
                            }
                            return told;
                        })))
                .invoke(told -> told.forEach(extension -> desks.send(desks.of(extension), task)))
                .replaceWithVoid();
    }

    /** Extensions of those who may see something that is nobody's, see {@link ScopeRule#owned}. */
    private Uni<Set<String>> readers(boolean ticket, UUID id) {
        Permission permission = ticket ? Permission.TICKETS_READ : Permission.FOLLOW_UPS_READ;
        return tickets.teamOf(ticket, id)
                .flatMap(team -> users.withPhones()
                        .map(people -> people.stream()
                                .filter(person -> sees(person.scopeOf(permission), team.orElse(null), person.teamId()))
                                .map(TaskNews::extension)
                                .collect(Collectors.toSet())));
    }

    private static boolean sees(@Nullable Scope scope, @Nullable UUID team, @Nullable UUID own) {
        if (scope == null) {
            return false;
        }
        return switch (scope) {
            case ALL -> true;
            case TEAM -> team == null || team.equals(own);
            case OWN -> team != null && team.equals(own);
        };
    }

    private static @Nullable String author(@Nullable JsonObject comment) {
        return comment == null ? null : comment.getString("authorId");
    }

    /** Null for nobody, and for who has no phone. */
    private Uni<@Nullable String> phone(@Nullable String user) {
        if (user == null) {
            return Uni.createFrom().nullItem();
        }
        return users.byId(UUID.fromString(user)).map(TaskNews::extension);
    }

    private static @Nullable String extension(@Nullable Person person) {
        return person == null ? null : person.extension();
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
