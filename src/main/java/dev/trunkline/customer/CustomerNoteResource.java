package dev.trunkline.customer;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What colleagues noted about a customer. */
@Path("/api/v1/customers/{id}/notes")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class CustomerNoteResource {
    private final CustomerNotes notes;
    private final CurrentReader reader;

    CustomerNoteResource(CustomerNotes notes, CurrentReader reader) {
        this.notes = notes;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.CUSTOMER_NOTES_READ)
    @Operation(operationId = "listCustomerNotes", summary = "A page of a customer's notes, the newest first")
    public Uni<Page<CustomerNoteView>> list(
            @RestPath UUID id, @BeanParam ListQuery query, @QueryParam("pinned") @Nullable Boolean pinned) {
        return notes.of(reader.get(), id, query, pinned);
    }

    @GET
    @Path("{note}")
    @Allowed(Permission.CUSTOMER_NOTES_READ)
    @Operation(operationId = "getCustomerNote", summary = "One note about a customer")
    public Uni<RestResponse<CustomerNoteView>> get(@RestPath UUID id, @RestPath UUID note) {
        return notes.one(reader.get(), id, note).map(Etags::ok);
    }

    @POST
    @Allowed(Permission.CUSTOMER_NOTES_WRITE)
    @Operation(operationId = "noteCustomer", summary = "Note something about a customer")
    public Uni<RestResponse<CustomerNoteView>> create(@RestPath UUID id, CustomerNoteInput input) {
        return notes.write(reader.get(), id, input)
                .map(view -> Etags.created("/api/v1/customers/" + id + "/notes", view));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{note}")
    @Allowed(Permission.CUSTOMER_NOTES_WRITE)
    @Operation(operationId = "changeCustomerNote", summary = "Change a note of one's own; administrators change any")
    public Uni<RestResponse<CustomerNoteView>> patch(
            @RestPath UUID id,
            @RestPath UUID note,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ObjectNode patch) {
        return notes.rewrite(reader.get(), id, note, ifMatch, patch).map(Etags::ok);
    }

    @DELETE
    @Path("{note}")
    @Allowed(Permission.CUSTOMER_NOTES_WRITE)
    @Operation(operationId = "deleteCustomerNote", summary = "Delete a note of one's own; administrators delete any")
    public Uni<Void> delete(@RestPath UUID id, @RestPath UUID note, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return notes.erase(reader.get(), id, note, ifMatch);
    }
}
