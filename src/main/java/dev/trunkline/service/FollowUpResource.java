package dev.trunkline.service;

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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Follow-ups. */
@Path("/api/v1/follow-ups")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Follow-ups")
public class FollowUpResource {
    private final FollowUps followUps;
    private final CurrentReader reader;

    FollowUpResource(FollowUps followUps, CurrentReader reader) {
        this.followUps = followUps;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.FOLLOW_UPS_READ)
    public Uni<Page<FollowUpView>> list(
            @BeanParam ListQuery query,
            @QueryParam("status") @Parameter(description = "One or several with commas") @Nullable String status,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("assignee") @Parameter(description = "me, none, user ids; several with commas") @Nullable
                    String assignee,
            @QueryParam("customer") @Nullable String customer,
            @QueryParam("queue") @Nullable String queue,
            @QueryParam("dueAfter") @Parameter(description = "Due then or later") @Nullable String dueAfter,
            @QueryParam("dueBefore") @Nullable String dueBefore) {
        Reader who = reader.get();
        return followUps.list(who, query, where -> {
            Filters.words(where, "e.status", FollowUp.Status.class, status, "status");
            Filters.words(where, "e.kind", FollowUp.Kind.class, kind, "kind");
            Filters.assignee(where, who, assignee);
            Filters.customer(where, customer);
            where.addIf(queue, "e.queue = ?");
            where.addIf(instant(dueAfter, "dueAfter"), "e.dueAt >= ?");
            where.addIf(instant(dueBefore, "dueBefore"), "e.dueAt < ?");
        });
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.FOLLOW_UPS_READ)
    public Uni<RestResponse<FollowUpView>> get(UUID id) {
        return followUps.get(reader.get(), id).map(Etags::ok);
    }

    @POST
    @Allowed(Permission.FOLLOW_UPS_WRITE)
    public Uni<RestResponse<FollowUpView>> create(FollowUpInput input) {
        return followUps.create(reader.get(), input).map(view -> Etags.created("/api/v1/follow-ups", view));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{id}")
    @Allowed(Permission.FOLLOW_UPS_WRITE)
    public Uni<RestResponse<FollowUpView>> patch(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ObjectNode patch) {
        return followUps
                .patch(reader.get(), id, ifMatch, Filters.oneName(patch))
                .map(Etags::ok);
    }

    private static @Nullable Instant instant(@Nullable String text, String name) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(name, "type", "is not a time such as 2026-11-22T08:00:00Z");
        }
    }
}
