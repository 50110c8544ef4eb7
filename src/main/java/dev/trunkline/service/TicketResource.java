package dev.trunkline.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.crud.Etags;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
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
    private final TicketWatchers watchers;
    private final TicketAssignment assignment;
    private final Pool pool;
    private final CurrentReader reader;
    private final Clock clock;

    TicketResource(
            Tickets tickets,
            TicketWatchers watchers,
            TicketAssignment assignment,
            Pool pool,
            CurrentReader reader,
            Clock clock) {
        this.tickets = tickets;
        this.watchers = watchers;
        this.assignment = assignment;
        this.pool = pool;
        this.reader = reader;
        this.clock = clock;
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
            @QueryParam("call") @Nullable String call,
            @QueryParam("queue") @Parameter(description = "Name of the queue it came by") @Nullable String queue,
            @QueryParam("watcher") @Parameter(description = "me: what the reader watches") @Nullable String watcher,
            @QueryParam("overdue")
                    @Parameter(description = "Due before now and neither solved nor closed; false: all others")
                    @Nullable
                    Boolean overdue) {
        Reader who = reader.get();
        return tickets.list(who, query, where -> {
                    Filters.words(where, "e.status", Ticket.Status.class, status, "status");
                    Filters.words(where, "e.type", Ticket.Type.class, type, "type");
                    Filters.words(where, "e.priority", Ticket.Priority.class, priority, "priority");
                    Filters.assignee(where, who, assignee);
                    Filters.customer(where, customer);
                    where.addIf(call, "e.callId = ?");
                    where.addIf(queue, "e.queue = ?");
                    Filters.watcher(where, who, watcher);
                    Filters.overdue(where, clock.instant(), overdue);
                })
                .flatMap(page -> watchers.seen(who, page));
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.TICKETS_READ)
    public Uni<RestResponse<TicketView>> get(UUID id) {
        Reader who = reader.get();
        return tickets.get(who, id).flatMap(view -> watchers.seen(who, view)).map(Etags::ok);
    }

    @POST
    @Allowed(Permission.TICKETS_WRITE)
    public Uni<RestResponse<TicketView>> create(TicketInput input) {
        Reader who = reader.get();
        return tickets.create(who, input)
                .flatMap(view -> watchers.seen(who, view))
                .map(view -> Etags.created("/api/v1/tickets", view));
    }

    @POST
    @Path("{id}/assign")
    @Allowed(Permission.TICKETS_WRITE)
    @Operation(
            operationId = "assignTicket",
            summary = "Give a ticket to whose turn it is of those who serve its queue",
            description = "409 nobody-to-assign when it has no queue or nobody serves that")
    public Uni<RestResponse<TicketView>> assign(@RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Reader who = reader.get();
        return tickets.get(who, id)
                .flatMap(ticket -> assignment.suggested(pool, ticket.queue()))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.conflict("nobody-to-assign", "Nobody serves the ticket's queue"))
                .flatMap(assignee -> tickets.patch(
                        who, id, ifMatch, JsonNodeFactory.instance.objectNode().put("assignee", assignee.toString())))
                .flatMap(view -> watchers.seen(who, view))
                .map(Etags::ok);
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{id}")
    @Allowed(Permission.TICKETS_WRITE)
    public Uni<RestResponse<TicketView>> patch(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ObjectNode patch) {
        Reader who = reader.get();
        return tickets.patch(who, id, ifMatch, Filters.oneName(patch))
                .flatMap(view -> watchers.seen(who, view))
                .map(Etags::ok);
    }
}
