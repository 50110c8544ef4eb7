package dev.trunkline.service;

import dev.trunkline.shared.json.Words;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket in short; fields as in {@link TicketView}. */
public record TicketCard(
        UUID id,
        long number,
        Ticket.Type type,
        Ticket.Status status,
        Ticket.Priority priority,
        @Nullable String subject,
        @Nullable String subjectKey,
        Map<String, String> subjectParams,
        @Nullable UUID customerId,
        Instant createdAt) {

    static TicketCard of(Row row) {
        return new TicketCard(
                row.getUUID("id"),
                row.getLong("number"),
                Words.parse(Ticket.Type.class, row.getString("type"), "type"),
                Words.parse(Ticket.Status.class, row.getString("status"), "status"),
                Words.parse(Ticket.Priority.class, row.getString("priority"), "priority"),
                row.getString("subject"),
                row.getString("subject_key"),
                Ticket.params(row.getString("subject_params")),
                row.getUUID("customer_id"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
