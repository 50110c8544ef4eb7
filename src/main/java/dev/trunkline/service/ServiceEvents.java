package dev.trunkline.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.shared.crud.Change;
import dev.trunkline.shared.crud.Versioned;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.outbox.DomainEvent;
import dev.trunkline.shared.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Domain events of this room, version 1: {@code
 * ticket.created|changed|deleted|commented|merged|link-added|link-removed} and {@code follow-up.created|changed|merged|closed|deleted|due}. Subject is the thing's id, the payload its view as clients get it; that
 * of {@code ticket.commented} also says who commented, {@code {comment: {id, authorId, authorName, internal}}}, not what.
 */
@Singleton
class ServiceEvents {
    private static final int VERSION = 1;

    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    ServiceEvents(Outbox outbox, ObjectMapper json, Clock clock) {
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    Uni<Void> add(Mutiny.Session session, String kind, Change change, UUID id, Versioned view) {
        return outbox.add(session, event(kind + "." + Words.of(change), id, view));
    }

    Uni<Void> add(SqlClient transaction, String kind, Change change, UUID id, Versioned view) {
        return add(transaction, kind + "." + Words.of(change), id, view);
    }

    Uni<Void> add(SqlClient transaction, String type, UUID id, Versioned view) {
        return outbox.add(transaction, event(type, id, view));
    }

    Uni<Void> commented(SqlClient transaction, TicketView ticket, TicketCommentView comment) {
        DomainEvent event = event(Tickets.KIND + ".commented", ticket.id(), ticket);
        event.payload()
                .put(
                        "comment",
                        new JsonObject()
                                .put("id", comment.id().toString())
                                .put("authorId", comment.authorId().toString())
                                .put("authorName", comment.authorName())
                                .put("internal", comment.internal()));
        return outbox.add(transaction, event);
    }

    private DomainEvent event(String type, UUID id, Versioned view) {
        try {
            JsonObject payload = new JsonObject(json.writeValueAsString(view));
            return DomainEvent.of(type, VERSION, id.toString(), clock.instant(), payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A view that is sent to clients must be JSON", e);
        }
    }
}
