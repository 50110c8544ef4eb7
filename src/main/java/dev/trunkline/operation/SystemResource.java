package dev.trunkline.operation;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.Permission;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How everything is doing, for administrators. */
@Path("/api/v1/system")
@Cancellable(false)
@Tag(name = "System")
public class SystemResource {
    /** A stream ends now and then: the client comes back by itself, and whether it still may is asked again. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final SystemWatch watch;

    SystemResource(SystemWatch watch) {
        this.watch = watch;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(Permission.SYSTEM_READ)
    @Operation(
            operationId = "getSystem",
            summary = "How the PBX link, the journal, the database and the desks are doing, and what is amiss")
    public Uni<SystemView> now() {
        return watch.now();
    }

    @GET
    @Path("live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    // A proxy such as nginx would gather events before it hands them on.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Allowed(Permission.SYSTEM_READ)
    @Operation(
            operationId = "watchSystem",
            summary = "The same every few seconds as server-sent events, each with the newest sample alone")
    @APIResponse(
            responseCode = "200",
            description = "The stream, without end",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = SystemView.class)))
    public Multi<SystemView> live() {
        return watch.live().select().first(LONGEST);
    }
}
