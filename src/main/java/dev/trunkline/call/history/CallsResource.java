package dev.trunkline.call.history;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.page.Keyset;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The history of calls. */
@Path("/api/v1/calls")
@Cancellable(false)
@Tag(name = "Calls")
public class CallsResource {
    private static final Keyset<CallRecord> ORDERS = Keyset.of("c.id", String.class, CallRecord::id)
            .by("-startedAt", "c.started_at", Instant.class, CallRecord::startedAt);

    private final CallQueries queries;
    private final CallViews views;
    private final CurrentReader reader;

    CallsResource(CallQueries queries, CallViews views, CurrentReader reader) {
        this.queries = queries;
        this.views = views;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.CALLS_READ)
    @Operation(
            operationId = "listCalls",
            summary = "Calls the reader may see, the newest first; the total counts to 10000 at most")
    public Uni<Page<CallView>> list(@BeanParam ListQuery query, @BeanParam CallFilter filter) {
        Reader who = reader.get();
        Where where = filter.narrow(CallAccess.apply(Where.sql(), who, Permission.CALLS_READ), who, query.search());
        Where page = ORDERS.after(query, where.copy());
        return queries.count(where)
                .chain(total -> queries.records(page, ORDERS.order(query), query.rows() + 1)
                        .map(found -> ORDERS.page(query, found, total)))
                .chain(found -> views.of(found.items()).map(found::with));
    }

    @GET
    @Path("/{id}")
    @Allowed(Permission.CALLS_READ)
    @Operation(operationId = "getCall", summary = "One call")
    public Uni<CallView> get(@RestPath String id) {
        Where where = CallAccess.apply(Where.sql(), reader.get(), Permission.CALLS_READ)
                .add("c.id = ?", id);
        return queries.records(where, "c.id", 1)
                .chain(views::of)
                .map(found -> found.stream().findFirst().orElseThrow(() -> Problem.notFound("call", id)));
    }
}
