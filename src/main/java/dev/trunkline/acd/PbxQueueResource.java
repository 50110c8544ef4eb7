package dev.trunkline.acd;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What the PBX has of the queues. */
@Path("/api/v1/pbx/queues")
@Cancellable(false)
@Tag(name = "Queues")
public class PbxQueueResource {
    private final PbxQueues queues;

    PbxQueueResource(PbxQueues queues) {
        this.queues = queues;
    }

    /** Every queue's standing, by name. */
    @GET
    @Operation(operationId = "listQueuesAtPbx", summary = "How the queues stand at the PBX")
    @Allowed(Permission.QUEUES_READ)
    public Uni<List<QueueAtPbx>> list() {
        return queues.standing();
    }
}
