package dev.trunkline.customer;

import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.page.MixedCursor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers' notes for the house itself; no reader's scope is applied here. */
@ApplicationScoped
public class CustomerNoteDesk {
    /** How a timeline calls a note. */
    public static final String KIND = "note";

    private static final int MOST = 500;
    private static final String SELECT =
            "select n.*, u.name as author_name from customer_note n left join app_user u on u.id = n.author_id where ";

    private final Pool pool;

    CustomerNoteDesk(Pool pool) {
        this.pool = pool;
    }

    /**
     * A customer's notes, the newest first.
     *
     * @param after where to go on, null for the newest
     */
    public Uni<List<CustomerNoteView>> notesOf(UUID customer, @Nullable MixedCursor after, int limit) {
        Where where = Where.sql().add("n.customer_id = ?", customer);
        MixedCursor.after(after, where, KIND, "n.created_at", "n.id", UUID::fromString);
        String sql = SELECT + where.text() + " order by n.created_at desc, n.id desc limit "
                + where.bind(Math.clamp(limit, 1, MOST));
        return pool.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<CustomerNoteView> found = new ArrayList<>();
            rows.forEach(row -> found.add(view(row)));
            return found;
        });
    }

    private static CustomerNoteView view(Row row) {
        return new CustomerNoteView(
                row.getUUID("id"),
                row.getUUID("customer_id"),
                row.getString("body"),
                row.getBoolean("pinned"),
                row.getString("call_id"),
                row.getUUID("author_id"),
                row.getString("author_name"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getLong("version"));
    }
}
