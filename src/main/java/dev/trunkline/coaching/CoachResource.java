package dev.trunkline.coaching;

import dev.trunkline.call.CoachMode;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What those who answer for agents and queues do with a call. That the PBX took it is answered; what comes of it is told live. */
@Path("/api/v1/calls/{id}")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Coaching")
public class CoachResource {
    private static final String ASKED = "The PBX has been asked";

    private final CurrentReader reader;
    private final CoachControl control;
    private final CallerMoves moves;

    CoachResource(CurrentReader reader, CoachControl control, CallerMoves moves) {
        this.reader = reader;
        this.control = control;
        this.moves = moves;
    }

    @POST
    @Path("listen")
    @Allowed(Permission.COACH)
    @Operation(
            operationId = "listenToCall",
            summary = "Hear an agent's call at one's own phone, unheard; who whispers or barges in goes on unheard")
    @APIResponse(responseCode = "202", description = ASKED)
    public Uni<RestResponse<Void>> listen(@RestPath String id, @Valid @Nullable CoachInput input) {
        return coach(id, CoachMode.LISTEN, input);
    }

    @POST
    @Path("whisper")
    @Allowed(Permission.COACH)
    @Operation(operationId = "whisperIntoCall", summary = "Hear an agent's call and speak to the agent alone")
    @APIResponse(responseCode = "202", description = ASKED)
    public Uni<RestResponse<Void>> whisper(@RestPath String id, @Valid @Nullable CoachInput input) {
        return coach(id, CoachMode.WHISPER, input);
    }

    @POST
    @Path("barge")
    @Allowed(Permission.COACH)
    @Operation(operationId = "bargeIntoCall", summary = "Hear an agent's call and speak to both")
    @APIResponse(responseCode = "202", description = ASKED)
    public Uni<RestResponse<Void>> barge(@RestPath String id, @Valid @Nullable CoachInput input) {
        return coach(id, CoachMode.BARGE, input);
    }

    @POST
    @Path("take-over")
    @Allowed(Permission.COACH)
    @Operation(
            operationId = "takeCallOver",
            summary = "Take an agent's call over: the other side comes to one's own phone, the agent is out of it")
    @APIResponse(responseCode = "202", description = ASKED)
    public Uni<RestResponse<Void>> takeOver(@RestPath String id, @Valid @Nullable CoachInput input) {
        return control.takeOver(reader.get(), id, agent(input)).replaceWith(RestResponse.accepted());
    }

    @POST
    @Path("move")
    @Allowed(Permission.COACH)
    @Operation(operationId = "moveCaller", summary = "Send who waits in a queue on to another")
    @APIResponse(responseCode = "202", description = ASKED)
    public Uni<RestResponse<Void>> move(@RestPath String id, @Valid @NotNull MoveInput input) {
        return moves.toQueue(reader.get(), id, input.queue()).replaceWith(RestResponse.accepted());
    }

    @POST
    @Path("to-front")
    @Allowed(Permission.COACH)
    @Operation(operationId = "moveCallerToFront", summary = "Put who waits in a queue before all others there")
    @APIResponse(responseCode = "202", description = ASKED)
    public Uni<RestResponse<Void>> toFront(@RestPath String id) {
        return moves.toFront(reader.get(), id).replaceWith(RestResponse.accepted());
    }

    private Uni<RestResponse<Void>> coach(String id, CoachMode mode, @Nullable CoachInput input) {
        return control.coach(reader.get(), id, mode, agent(input)).replaceWith(RestResponse.accepted());
    }

    private static @Nullable String agent(@Nullable CoachInput input) {
        return input == null ? null : input.agent();
    }

    /**
     * Whose part of the call.
     *
     * @param agent extension of the agent meant; not needed while there is but one
     */
    @Schema(name = "CoachInput")
    public record CoachInput(
            @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,64}")
            String agent) {}

    /**
     * Where a caller is to wait.
     *
     * @param queue the queue's name
     */
    @Schema(name = "MoveCallerInput")
    public record MoveInput(@NotBlank @Size(max = 64) String queue) {}
}
