package dev.trunkline.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.crud.Etags;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Tickets. */
@Path("/api/v1/tickets")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TicketResource {
    private final Tickets tickets;
    private final CurrentReader reader;

    TicketResource(Tickets tickets, CurrentReader reader) {
        this.tickets = tickets;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.TICKETS_READ)
    public Uni<Page<TicketView>> list(
            @BeanParam ListQuery query,
            @QueryParam("status") @Parameter(description = "One or several with commas") @Nullable String status,
            @QueryParam("type") @Nullable String type,
            @QueryParam("priority") @Nullable String priority,
            @QueryParam("assignee") @Parameter(description = "me, none, user ids; several with commas") @Nullable
                    String assignee,
            @QueryParam("customer") @Nullable String customer,
            @QueryParam("call") @Nullable String call) {
        Reader who = reader.get();
        return tickets.list(who, query, where -> {
            Filters.words(where, "e.status", Ticket.Status.class, status, "status");
            Filters.words(where, "e.type", Ticket.Type.class, type, "type");
            Filters.words(where, "e.priority", Ticket.Priority.class, priority, "priority");
            Filters.assignee(where, who, assignee);
            Filters.customer(where, customer);
            where.addIf(call, "e.callId = ?");
        });
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.TICKETS_READ)
    public Uni<RestResponse<TicketView>> get(UUID id) {
        return tickets.get(reader.get(), id).map(Etags::ok);
    }

    @POST
    @Allowed(Permission.TICKETS_WRITE)
    public Uni<RestResponse<TicketView>> create(TicketInput input) {
        return tickets.create(reader.get(), input).map(view -> Etags.created("/api/v1/tickets", view));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{id}")
    @Allowed(Permission.TICKETS_WRITE)
    public Uni<RestResponse<TicketView>> patch(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ObjectNode patch) {
        return tickets.patch(reader.get(), id, ifMatch, Filters.oneName(patch)).map(Etags::ok);
    }
}
