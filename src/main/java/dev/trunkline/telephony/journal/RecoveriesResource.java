package dev.trunkline.telephony.journal;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What was recovered from the PBX's journal and when, for administrators. */
@Path("/api/v1/recoveries")
@Cancellable(false)
@Tag(name = "Calls")
public class RecoveriesResource {
    private final Recoveries recoveries;

    RecoveriesResource(Recoveries recoveries) {
        this.recoveries = recoveries;
    }

    @GET
    @Allowed(Permission.AUDIT_READ)
    @Operation(
            operationId = "listRecoveries",
            summary = "Readings of the PBX's journal and what came of each, the newest first")
    public Uni<Page<RecoveryView>> list(@BeanParam ListQuery query) {
        return recoveries.list(query);
    }

    @GET
    @Path("/{id}")
    @Allowed(Permission.AUDIT_READ)
    @Operation(operationId = "getRecovery", summary = "One reading of the PBX's journal")
    public Uni<RecoveryView> get(@RestPath UUID id) {
        return recoveries.get(id);
    }
}
