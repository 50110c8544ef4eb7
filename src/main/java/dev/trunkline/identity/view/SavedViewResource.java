package dev.trunkline.identity.view;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The reader's own views of lists. */
@Path("/api/v1/views")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "People")
class SavedViewResource {
    private final SavedViews views;
    private final CurrentReader reader;

    SavedViewResource(SavedViews views, CurrentReader reader) {
        this.views = views;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.VIEWS)
    public Uni<Page<SavedViewView>> list(@BeanParam ListQuery query, @QueryParam("list") @Nullable String list) {
        return views.list(reader.get(), query, where -> where.addIf(list, "e.listName = ?"));
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.VIEWS)
    public Uni<RestResponse<SavedViewView>> get(UUID id) {
        return views.get(reader.get(), id).map(Etags::ok);
    }

    @POST
    @Allowed(Permission.VIEWS)
    public Uni<RestResponse<SavedViewView>> create(SavedViewInput input) {
        return views.create(reader.get(), input).map(view -> Etags.created("/api/v1/views", view));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{id}")
    @Allowed(Permission.VIEWS)
    public Uni<RestResponse<SavedViewView>> patch(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ObjectNode patch) {
        return views.patch(reader.get(), id, ifMatch, patch).map(Etags::ok);
    }

    @DELETE
    @Path("{id}")
    @Allowed(Permission.VIEWS)
    public Uni<Void> delete(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return views.delete(reader.get(), id, ifMatch);
    }
}
