package dev.trunkline.service;

import dev.trunkline.shared.json.Words;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views of rows of table {@code ticket}, for paths that do without Hibernate. */
@Singleton
class TicketRows {
    private final Names names;

    TicketRows(Names names) {
        this.names = names;
    }

    /** One for one and in order, with names. */
    Uni<List<TicketView>> views(RowSet<Row> rows) {
        List<Row> all = new ArrayList<>();
        rows.forEach(all::add);
        return names.of(
                        all.stream().map(row -> row.getUUID("customer_id")).toList(),
                        all.stream().map(row -> row.getUUID("owner_id")).toList())
                .map(known -> all.stream().map(row -> view(row, known)).toList());
    }

    private static TicketView view(Row row, Names.Known known) {
        return new TicketView(
                row.getUUID("id"),
                row.getLong("number"),
                Words.parse(Ticket.Type.class, row.getString("type"), "type"),
                Words.parse(Ticket.Status.class, row.getString("status"), "status"),
                Words.parse(Ticket.Priority.class, row.getString("priority"), "priority"),
                row.getString("subject"),
                row.getString("subject_key"),
                Ticket.params(row.getString("subject_params")),
                row.getString("description"),
                row.getUUID("customer_id"),
                known.customer(row.getUUID("customer_id")),
                row.getString("call_id"),
                row.getString("queue"),
                row.getUUID("owner_id"),
                row.getUUID("owner_id"),
                known.user(row.getUUID("owner_id")),
                instant(row.getOffsetDateTime("due_at")),
                row.getUUID("merged_into"),
                null,
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getLong("version"));
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
