package dev.trunkline.service;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What a ticket has to do with other ones. */
@Path("/api/v1/tickets")
@Cancellable(false)
@Tag(name = "Tickets")
public class TicketLinkResource {
    private final TicketLinks links;
    private final CurrentReader reader;

    TicketLinkResource(TicketLinks links, CurrentReader reader) {
        this.links = links;
        this.reader = reader;
    }

    @GET
    @Path("{id}/links")
    @Allowed(Permission.TICKETS_READ)
    @Operation(operationId = "listTicketLinks", summary = "The tickets that a ticket is linked with, and how")
    public Uni<List<TicketLinkView>> list(@RestPath UUID id) {
        return links.of(reader.get(), id);
    }

    @POST
    @Path("{id}/links")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Permission.TICKETS_WRITE)
    @Operation(operationId = "linkTicket", summary = "Link a ticket with another one; both show it")
    public Uni<TicketLinkView> add(@RestPath UUID id, @Valid @NotNull TicketLinkInput input) {
        return links.add(reader.get(), id, input);
    }

    @DELETE
    @Path("{id}/links/{link}")
    @Allowed(Permission.TICKETS_WRITE)
    @Operation(operationId = "unlinkTicket", summary = "End a link, for both tickets")
    public Uni<Void> remove(@RestPath UUID id, @RestPath UUID link) {
        return links.remove(reader.get(), id, link);
    }
}
