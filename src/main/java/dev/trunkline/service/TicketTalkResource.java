package dev.trunkline.service;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What is said and done about one ticket, and who wants to know. */
@Path("/api/v1/tickets")
@Cancellable(false)
@Tag(name = "Tickets")
public class TicketTalkResource {
    private final TicketComments comments;
    private final TicketHistory history;
    private final TicketWatchers watchers;
    private final TicketMerge merge;
    private final CurrentReader reader;

    TicketTalkResource(
            TicketComments comments,
            TicketHistory history,
            TicketWatchers watchers,
            TicketMerge merge,
            CurrentReader reader) {
        this.comments = comments;
        this.history = history;
        this.watchers = watchers;
        this.merge = merge;
        this.reader = reader;
    }

    @GET
    @Path("{id}/comments")
    @Allowed(Permission.TICKETS_READ)
    @Operation(operationId = "listTicketComments", summary = "A page of what was said of a ticket, the newest last")
    public Uni<Page<TicketCommentView>> comments(@RestPath UUID id, @BeanParam ListQuery query) {
        return comments.list(reader.get(), id, query);
    }

    @POST
    @Path("{id}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Permission.TICKETS_WRITE)
    @Operation(operationId = "commentTicket", summary = "Say something of a ticket; assignee and watchers are told")
    public Uni<TicketCommentView> comment(@RestPath UUID id, @Valid @NotNull TicketCommentInput input) {
        return comments.add(reader.get(), id, input);
    }

    @GET
    @Path("{id}/history")
    @Allowed(Permission.TICKETS_READ)
    @Operation(operationId = "ticketHistory", summary = "A page of what became of a ticket, the newest last")
    public Uni<Page<TicketHistoryView>> history(@RestPath UUID id, @BeanParam ListQuery query) {
        return history.of(reader.get(), id, query);
    }

    @PUT
    @Path("{id}/watch")
    @Allowed(Permission.TICKETS_READ)
    @Operation(operationId = "watchTicket", summary = "Be told of a ticket's comments and changes")
    public Uni<Void> watch(@RestPath UUID id) {
        return watchers.watch(reader.get(), id);
    }

    @DELETE
    @Path("{id}/watch")
    @Allowed(Permission.TICKETS_READ)
    @Operation(operationId = "unwatchTicket", summary = "Be told of a ticket no more")
    public Uni<Void> unwatch(@RestPath UUID id) {
        return watchers.leave(reader.get(), id);
    }

    @POST
    @Path("{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Permission.TICKETS_WRITE)
    @Operation(
            operationId = "mergeTicket",
            summary = "Close a ticket in favour of another one, which gets its comments, links and watchers")
    public Uni<RestResponse<TicketView>> merge(
            @RestPath UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull TicketMergeInput input) {
        Reader who = reader.get();
        return merge.merge(who, id, ifMatch, input.into())
                .flatMap(view -> watchers.seen(who, view))
                .map(Etags::ok);
    }
}
