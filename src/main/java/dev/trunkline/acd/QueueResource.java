package dev.trunkline.acd;

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
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Queues and their settings. */
@Path("/api/v1/queues")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Queues")
public class QueueResource {
    private final Queues queues;
    private final QueueSettings settings;
    private final PbxQueues pbxQueues;
    private final Agents agents;
    private final CurrentReader reader;

    QueueResource(Queues queues, QueueSettings settings, PbxQueues pbxQueues, Agents agents, CurrentReader reader) {
        this.queues = queues;
        this.settings = settings;
        this.pbxQueues = pbxQueues;
        this.agents = agents;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.QUEUES_READ)
    public Uni<Page<QueueView>> list(@BeanParam ListQuery query) {
        return queues.list(reader.get(), query, where -> {});
    }

    @GET
    @Path("{name}")
    @Allowed(Permission.QUEUES_READ)
    public Uni<RestResponse<QueueView>> get(String name) {
        Reader who = reader.get();
        return queues.idOf(name).flatMap(id -> queues.get(who, id)).map(Etags::ok);
    }

    @POST
    @Allowed(Permission.QUEUES_WRITE)
    public Uni<RestResponse<QueueView>> create(QueueInput input) {
        return queues.create(reader.get(), input)
                .call(this::inForce)
                .map(view -> ResponseBuilder.<QueueView>created(URI.create("/api/v1/queues/" + view.name()))
                        .entity(view)
                        .header("ETag", Etags.of(view.version()))
                        .build());
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{name}")
    @Allowed(Permission.QUEUES_WRITE)
    public Uni<RestResponse<QueueView>> patch(
            String name, @HeaderParam("If-Match") @Nullable String ifMatch, ObjectNode patch) {
        Reader who = reader.get();
        return queues.idOf(name)
                .flatMap(id -> queues.patch(who, id, ifMatch, patch))
                .call(this::inForce)
                .map(Etags::ok);
    }

    /** The change is kept; now everything that works by the settings learns of it: the PBX before its agents join. */
    private Uni<Void> inForce(QueueView changed) {
        return settings.reload().chain(pbxQueues::settled).chain(agents::membersChanged);
    }
}
