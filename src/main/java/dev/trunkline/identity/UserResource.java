package dev.trunkline.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.crud.Etags;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Colleagues, for all to see and administrators to change. */
@Path("/api/v1/users")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "People")
class UserResource {
    private final Accounts accounts;
    private final CurrentReader reader;
    private final Event<AccessChanged> changes;

    UserResource(Accounts accounts, CurrentReader reader, Event<AccessChanged> changes) {
        this.accounts = accounts;
        this.reader = reader;
        this.changes = changes;
    }

    @GET
    @Allowed(Permission.DIRECTORY_READ)
    public Uni<Page<UserView>> list(
            @BeanParam ListQuery query,
            @QueryParam("active") @Nullable Boolean active,
            @QueryParam("team") @Nullable UUID team) {
        return accounts.list(reader.get(), query, where -> {
            where.addIf(active, "e.active = ?");
            where.addIf(team, "e.teamId = ?");
        });
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.DIRECTORY_READ)
    public Uni<RestResponse<UserView>> get(UUID id) {
        return accounts.get(reader.get(), id).map(Etags::ok);
    }

    @POST
    @Allowed(Permission.USERS_WRITE)
    public Uni<RestResponse<UserView>> create(UserInput input) {
        return accounts.create(reader.get(), input).map(view -> Etags.created("/api/v1/users", view));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{id}")
    @Allowed(Permission.USERS_WRITE)
    public Uni<RestResponse<UserView>> patch(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ObjectNode patch) {
        return accounts.patch(reader.get(), id, ifMatch, patch)
                .invoke(() -> changes.fire(new AccessChanged()))
                .map(Etags::ok);
    }
}
