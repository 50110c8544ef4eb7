package dev.trunkline.identity;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.page.Keyset;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who did what, for administrators. */
@Path("/api/v1/audit")
@Tag(name = "People")
class AuditResource {
    private static final Keyset<AuditView> ORDER =
            Keyset.of("a.id", UUID.class, AuditView::id).by("-at", "a.at", Instant.class, AuditView::at);

    private final Pool pool;

    AuditResource(Pool pool) {
        this.pool = pool;
    }

    @GET
    @Allowed(Permission.AUDIT_READ)
    public Uni<Page<AuditView>> list(
            @BeanParam ListQuery query,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("refId") @Nullable String refId,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("action") @Nullable String action) {
        var where = Where.sql()
                .addIf(kind, "a.kind = ?")
                .addIf(refId, "a.ref_id = ?")
                .addIf(actor, "a.actor = ?")
                .addIf(action, "a.action = ?");
        var paged = ORDER.after(query, where.copy());
        var limit = paged.bind(query.rows() + 1);
        var select = "select a.id, a.at, a.actor, a.action, a.kind, a.ref_id, a.details from audit_entry a where "
                + paged.text() + " order by " + ORDER.order(query) + " limit " + limit;
        return pool.preparedQuery("select count(*) from audit_entry a where " + where.text())
                .execute(where.tuple())
                .map(rows -> rows.iterator().next().getLong(0))
                .flatMap(total -> pool.preparedQuery(select)
                        .execute(paged.tuple())
                        .map(rows -> ORDER.page(
                                query,
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(AuditResource::view)
                                        .toList(),
                                total)));
    }

    private static AuditView view(Row row) {
        return new AuditView(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("kind"),
                row.getString("ref_id"),
                row.getJsonObject("details").getMap());
    }
}
