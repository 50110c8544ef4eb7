package dev.trunkline.desk;

import dev.trunkline.identity.Users;
import dev.trunkline.shared.messaging.Channels;
import dev.trunkline.shared.outbox.DomainEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes news of tickets and follow-ups to whom they are assigned, and of unassigned ones to everybody. */
@ApplicationScoped
class TaskNews {
    private final Desks desks;
    private final Users users;

    TaskNews(Desks desks, Users users) {
        this.desks = desks;
        this.users = users;
    }

    @Incoming(Channels.DOMAIN_EVENTS_DESK)
    Uni<Void> on(DomainEvent event) {
        if (!event.type().startsWith("ticket.") && !event.type().startsWith("follow-up.")) {
            return Uni.createFrom().voidItem();
        }
        DeskMessage.Task task = new DeskMessage.Task(
                event.type(), event.subject(), event.payload().getMap());
        String assignee = event.payload().getString("assigneeId");
        if (assignee == null) {
            desks.all().forEach(desk -> desks.send(desk, task));
            return Uni.createFrom().voidItem();
        }
        return users.byId(UUID.fromString(assignee))
                .invoke(person -> {
                    if (person != null && person.extension() != null) {
                        desks.send(desks.of(person.extension()), task);
                    }
                })
                .replaceWithVoid();
    }
}
