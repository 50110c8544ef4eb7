package dev.trunkline.desk.control;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Calls that an agent begins or takes: click to dial, and what waits for whoever takes it. */
@Path("/api/v1/calls")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class DialResource {
    private final CurrentReader reader;
    private final CallControl control;
    private final PickableCalls pickable;
    private final Targets targets;

    DialResource(CurrentReader reader, CallControl control, PickableCalls pickable, Targets targets) {
        this.reader = reader;
        this.control = control;
        this.pickable = pickable;
        this.targets = targets;
    }

    @POST
    @Allowed(Permission.DIAL)
    @Operation(operationId = "dial", summary = "Ring one's own phone, and dial once it is taken")
    @APIResponse(
            responseCode = "202",
            description = "The PBX has been asked",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Dialled.class)))
    public Uni<RestResponse<Dialled>> dial(@Valid @NotNull DialInput input) {
        return control.dial(reader.get(), input.to(), input.customerId())
                .map(callId -> RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, new Dialled(callId))
                        .build());
    }

    @GET
    @Path("/pickable")
    @Allowed(Permission.DESK)
    @Operation(
            operationId = "pickableCalls",
            summary = "Calls one may take: parked ones, and those that ring at a colleague of a common queue")
    public List<PickableCallView> pickable() {
        return pickable.of(reader.get());
    }

    @GET
    @Path("/targets")
    @Allowed(Permission.DESK)
    @Operation(
            operationId = "callTargets",
            summary = "Colleagues and queues that a call may be handed to, and whether they could take one now")
    public List<TargetView> targets() {
        return targets.all();
    }

    /**
     * Whom to call.
     *
     * @param to a number, a colleague's extension, a queue's name; never a dial string
     * @param customerId whom the call is with, null when that is not known
     */
    @Schema(name = "DialInput")
    public record DialInput(
            @NotBlank @Size(max = 64) String to, @Nullable UUID customerId) {}

    /** The call that is coming about. */
    @Schema(name = "Dialled")
    public record Dialled(String callId) {}
}
