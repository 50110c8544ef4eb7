package dev.trunkline.routing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.crud.Etags;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Numbers that are not wanted. What becomes of who calls from one, a routing rule says. */
@Path("/api/v1/blocked-numbers")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Routing")
public class BlockedNumberResource {
    private final BlockedNumbers numbers;
    private final RoutingBook book;
    private final CurrentReader reader;

    BlockedNumberResource(BlockedNumbers numbers, RoutingBook book, CurrentReader reader) {
        this.numbers = numbers;
        this.book = book;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.ROUTING_READ)
    public Uni<Page<BlockedNumberView>> list(@BeanParam ListQuery query) {
        return numbers.list(reader.get(), query, where -> {});
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.ROUTING_READ)
    public Uni<RestResponse<BlockedNumberView>> get(UUID id) {
        return numbers.get(reader.get(), id).map(Etags::ok);
    }

    @POST
    @Allowed(Permission.ROUTING_WRITE)
    public Uni<RestResponse<BlockedNumberView>> create(BlockedNumberInput input) {
        return numbers.create(reader.get(), input)
                .call(book::reload)
                .map(view -> Etags.created("/api/v1/blocked-numbers", view));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{id}")
    @Allowed(Permission.ROUTING_WRITE)
    public Uni<RestResponse<BlockedNumberView>> patch(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ObjectNode patch) {
        return numbers.patch(reader.get(), id, ifMatch, patch)
                .call(book::reload)
                .map(Etags::ok);
    }

    @DELETE
    @Path("{id}")
    @Allowed(Permission.ROUTING_WRITE)
    public Uni<Void> delete(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return numbers.delete(reader.get(), id, ifMatch).call(book::reload);
    }
}
