package dev.trunkline.shared.outbox;

import dev.trunkline.shared.Ids;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened in one room and that others act on.
 *
 * @param id of this event; a consumer that has seen it takes it as taken
 * @param type word such as {@code call.ended}
 * @param version of the payload's shape
 * @param subject what it is about, such as the call's id: events of one subject keep their order
 * @param occurredAt when it happened, by the clock of whoever saw it
 * @param payload the facts; not to be changed
 */
public record DomainEvent(UUID id, String type, int version, String subject, Instant occurredAt, JsonObject payload) {

    /** A new event with an id of its own. */
    public static DomainEvent of(String type, int version, String subject, Instant occurredAt, JsonObject payload) {
        return new DomainEvent(Ids.next(), type, version, subject, occurredAt, payload);
    }
}
