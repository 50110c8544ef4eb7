package dev.trunkline.routing;

import dev.trunkline.call.history.CallHistory;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Why a call went where it did. */
@Path("/api/v1/calls")
@Cancellable(false)
@Tag(name = "Routing")
public class CallRouteResource {
    private final CallRoutes routes;
    private final CallHistory calls;
    private final CurrentReader reader;

    CallRouteResource(CallRoutes routes, CallHistory calls, CurrentReader reader) {
        this.routes = routes;
        this.calls = calls;
        this.reader = reader;
    }

    @GET
    @Path("{id}/route")
    @Allowed(Permission.CALLS_READ)
    @Operation(operationId = "callRoute", summary = "Where the PBX was told to put the call and why")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CallRouteView.class)))
    @APIResponse(responseCode = "204", description = "The PBX did not ask")
    public Uni<RestResponse<CallRouteView>> route(@RestPath String id) {
        return calls.visible(reader.get(), Permission.CALLS_READ, id)
                .flatMap(visible -> {
                    if (!visible) {
                        throw Problem.notFound("call", id);
                    }
                    return routes.of(id);
                })
                .map(found -> found.map(RestResponse::ok).orElseGet(RestResponse::noContent));
    }
}
