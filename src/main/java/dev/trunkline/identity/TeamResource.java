package dev.trunkline.identity;

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

/** Teams, for all to see and administrators to change. */
@Path("/api/v1/teams")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "People")
class TeamResource {
    private final Teams teams;
    private final CurrentReader reader;

    TeamResource(Teams teams, CurrentReader reader) {
        this.teams = teams;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.DIRECTORY_READ)
    public Uni<Page<TeamView>> list(@BeanParam ListQuery query) {
        return teams.list(reader.get(), query, where -> {});
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.DIRECTORY_READ)
    public Uni<RestResponse<TeamView>> get(UUID id) {
        return teams.get(reader.get(), id).map(Etags::ok);
    }

    @POST
    @Allowed(Permission.USERS_WRITE)
    public Uni<RestResponse<TeamView>> create(TeamInput input) {
        return teams.create(reader.get(), input).map(view -> Etags.created("/api/v1/teams", view));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{id}")
    @Allowed(Permission.USERS_WRITE)
    public Uni<RestResponse<TeamView>> patch(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ObjectNode patch) {
        return teams.patch(reader.get(), id, ifMatch, patch).map(Etags::ok);
    }
}
