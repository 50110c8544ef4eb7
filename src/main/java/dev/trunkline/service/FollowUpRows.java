package dev.trunkline.service;

import dev.trunkline.service.FollowUp.ClosedBy;
import dev.trunkline.shared.json.Words;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Views of rows of table {@code follow_up}, for paths that do without Hibernate. */
@Singleton
class FollowUpRows {
    private final Names names;

    FollowUpRows(Names names) {
        this.names = names;
    }

    /** One for one and in order, with names. */
    Uni<List<FollowUpView>> views(RowSet<Row> rows) {
        List<Row> all = new ArrayList<>();
        rows.forEach(all::add);
        return names.of(
                        all.stream().map(row -> row.getUUID("customer_id")).toList(),
                        all.stream().map(row -> row.getUUID("owner_id")).toList())
                .map(known -> all.stream().map(row -> view(row, known)).toList());
    }

    private static FollowUpView view(Row row, Names.Known known) {
        String closedBy = row.getString("closed_by");
        return new FollowUpView(
                row.getUUID("id"),
                Words.parse(FollowUp.Kind.class, row.getString("kind"), "kind"),
                Words.parse(FollowUp.Status.class, row.getString("status"), "status"),
                row.getOffsetDateTime("due_at").toInstant(),
                row.getUUID("owner_id"),
                row.getUUID("owner_id"),
                known.user(row.getUUID("owner_id")),
                row.getUUID("customer_id"),
                known.customer(row.getUUID("customer_id")),
                row.getString("call_id"),
                row.getString("phone"),
                row.getString("queue"),
                row.getInteger("attempts"),
                TicketRows.instant(row.getOffsetDateTime("last_attempt_at")),
                row.getString("note"),
                closedBy == null ? null : Words.parse(ClosedBy.class, closedBy, "closedBy"),
                TicketRows.instant(row.getOffsetDateTime("closed_at")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getLong("version"));
    }
}
