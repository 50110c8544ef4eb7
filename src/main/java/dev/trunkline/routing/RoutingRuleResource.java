package dev.trunkline.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.crud.Etags;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Which callers go where. A change is in force with the next call. */
@Path("/api/v1/routing-rules")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Routing")
public class RoutingRuleResource {
    private final RoutingRules rules;
    private final RuleOrder order;
    private final RoutingBook book;
    private final CurrentReader reader;

    RoutingRuleResource(RoutingRules rules, RuleOrder order, RoutingBook book, CurrentReader reader) {
        this.rules = rules;
        this.order = order;
        this.book = book;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.ROUTING_READ)
    public Uni<Page<RoutingRuleView>> list(@BeanParam ListQuery query) {
        return rules.list(reader.get(), query, where -> {});
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.ROUTING_READ)
    public Uni<RestResponse<RoutingRuleView>> get(UUID id) {
        return rules.get(reader.get(), id).map(Etags::ok);
    }

    @POST
    @Allowed(Permission.ROUTING_WRITE)
    public Uni<RestResponse<RoutingRuleView>> create(RoutingRuleInput input) {
        return rules.create(reader.get(), input)
                .call(book::reload)
                .map(view -> Etags.created("/api/v1/routing-rules", view));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{id}")
    @Allowed(Permission.ROUTING_WRITE)
    public Uni<RestResponse<RoutingRuleView>> patch(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ObjectNode patch) {
        return rules.patch(reader.get(), id, ifMatch, patch).call(book::reload).map(Etags::ok);
    }

    @DELETE
    @Path("{id}")
    @Allowed(Permission.ROUTING_WRITE)
    public Uni<Void> delete(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return rules.delete(reader.get(), id, ifMatch).call(book::reload);
    }

    @PUT
    @Path("order")
    @Allowed(Permission.ROUTING_WRITE)
    @Operation(operationId = "orderRoutingRules", summary = "Puts all rules into an order")
    public Uni<Void> order(@NotNull @Valid RoutingOrderInput input) {
        return order.set(reader.get(), requireNonNull(input.ids())).call(book::reload);
    }
}
