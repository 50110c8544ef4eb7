package dev.trunkline.customer;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Who looks like a customer and is another one. */
@Path("/api/v1/customers/{id}/dismissed-duplicates")
@Cancellable(false)
@Tag(name = "Customers")
class DismissedDuplicateResource {
    private final DismissedDuplicates dismissed;
    private final CurrentReader reader;

    DismissedDuplicateResource(DismissedDuplicates dismissed, CurrentReader reader) {
        this.dismissed = dismissed;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.CUSTOMERS_READ)
    @Operation(
            operationId = "dismissedDuplicates",
            summary = "Customers of whom somebody said that they are not this one, the latest first")
    public Uni<List<DismissedDuplicateView>> list(@RestPath UUID id) {
        return dismissed.of(reader.get(), id);
    }

    @PUT
    @Path("{other}")
    @Allowed(Permission.CUSTOMERS_WRITE)
    @Operation(
            operationId = "dismissDuplicate",
            summary = "Say that two customers are not the same: neither is hinted at from the other any more")
    public Uni<Void> dismiss(@RestPath UUID id, @RestPath UUID other) {
        return dismissed.dismiss(reader.get(), id, other);
    }

    @DELETE
    @Path("{other}")
    @Allowed(Permission.CUSTOMERS_WRITE)
    @Operation(operationId = "restoreDuplicate", summary = "Take back that two customers are not the same")
    public Uni<Void> restore(@RestPath UUID id, @RestPath UUID other) {
        return dismissed.restore(reader.get(), id, other);
    }
}
