package dev.trunkline.identity;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.audit.AuditNames;
import dev.trunkline.shared.audit.AuditNames.Named;
import dev.trunkline.shared.page.Keyset;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import dev.trunkline.shared.problem.Problem;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Who did what, for administrators. */
@Path("/api/v1/audit")
@Cancellable(false)
@Tag(name = "People")
class AuditResource {
    private static final Keyset<AuditView> ORDER =
            Keyset.of("a.id", UUID.class, AuditView::id).by("-at", "a.at", Instant.class, AuditView::at);

    private static final String SELECT = """
            select a.id, a.at, a.actor, u.name as actor_name, a.action, a.kind, a.ref_id, a.details
            from audit_entry a left join app_user u on u.id = a.actor_id where\s""";

    private final Pool pool;
    private final List<AuditNames> rooms;

    AuditResource(Pool pool, @All List<AuditNames> rooms) {
        this.pool = pool;
        this.rooms = rooms;
    }

    @GET
    @Allowed(Permission.AUDIT_READ)
    @Operation(operationId = "listAudit", summary = "Who did what, a page at a time")
    public Uni<Page<AuditView>> list(
            @BeanParam ListQuery query,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("refId") @Nullable String refId,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("action") @Nullable String action,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        var where = Where.sql()
                .addIf(kind, "a.kind = ?")
                .addIf(refId, "a.ref_id = ?")
                .addIf(actor, "a.actor = ?")
                .addIf(action, "a.action = ?")
                .addIf(instant(from, "from"), "a.at >= ?")
                .addIf(instant(to, "to"), "a.at < ?");
        var paged = ORDER.after(query, where.copy());
        var limit = paged.bind(query.rows() + 1);
        var select = SELECT + paged.text() + " order by " + ORDER.order(query) + " limit " + limit;
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
                                total)))
                .flatMap(page -> named(page.items()).map(page::with));
    }

    /** One question to each room for each kind on the page. */
    private Uni<List<AuditView>> named(List<AuditView> entries) {
        Map<String, Set<String>> refs = entries.stream()
                .collect(Collectors.groupingBy(
                        AuditView::kind, Collectors.mapping(AuditView::refId, Collectors.toSet())));
        return Multi.createFrom()
                .iterable(rooms)
                .onItem()
                .transformToMultiAndConcatenate(room -> Multi.createFrom()
                        .iterable(
                                room.kinds().stream().filter(refs::containsKey).toList())
                        .onItem()
                        .transformToUniAndConcatenate(kind -> room.names(kind, refs.getOrDefault(kind, Set.of()))
                                .map(found -> Map.entry(kind, found))))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(byKind -> entries.stream()
                        .map(entry -> named(
                                entry,
                                byKind.getOrDefault(entry.kind(), Map.of()).get(entry.refId())))
                        .toList());
    }

    private static AuditView named(AuditView entry, @Nullable Named thing) {
        return thing == null
                ? entry
                : new AuditView(
                        entry.id(),
                        entry.at(),
                        entry.actor(),
                        entry.actorName(),
                        entry.action(),
                        entry.kind(),
                        entry.refId(),
                        thing.name(),
                        thing.customerId(),
                        thing.customerName(),
                        entry.details());
    }

    private static AuditView view(Row row) {
        return new AuditView(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("kind"),
                row.getString("ref_id"),
                null,
                null,
                null,
                row.getJsonObject("details").getMap());
    }

    private static @Nullable Instant instant(@Nullable String text, String field) {
        try {
            return text == null || text.isBlank()
                    ? null
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notATime) {
            throw Problem.invalid(field, "time", "must be a time such as 2026-11-22T08:00:00Z");
        }
    }
}
