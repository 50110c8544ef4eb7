package dev.trunkline.desk.control;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
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

/** What an agent does with a call of one's own. That the PBX took it is answered; that it is done, the desk is told. */
@Path("/api/v1/calls/{id}")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class CallControlResource {
    private final CurrentReader reader;
    private final CallControl control;

    CallControlResource(CurrentReader reader, CallControl control) {
        this.reader = reader;
        this.control = control;
    }

    @POST
    @Path("/{action}")
    @Allowed(Permission.DESK)
    @Operation(
            operationId = "actOnCall",
            summary =
                    "Do something with a call of one's own; answer, hold, resume, mute and unmute are the telephone's: a page that is the phone does them, a desk phone has keys of its own")
    @APIResponse(
            responseCode = "202",
            description = "The PBX has been asked, or the page that is the phone has done it")
    public Uni<RestResponse<Void>> act(
            @RestPath String id,
            @RestPath
                    @Schema(
                            enumeration = {
                                "answer",
                                "reject",
                                "hangup",
                                "hold",
                                "resume",
                                "mute",
                                "unmute",
                                "transfer",
                                "consult",
                                "swap",
                                "complete",
                                "cancel",
                                "conference",
                                "park",
                                "pickup",
                                "dtmf",
                                "record-pause",
                                "record-resume"
                            })
                    String action,
            @Valid @Nullable ActionInput input) {
        Control asked = Control.of(action).orElseThrow(() -> Problem.notFound("action", action));
        return control.act(reader.get(), id, asked, input == null ? null : input.value())
                .replaceWith(RestResponse.accepted());
    }

    /**
     * What an action needs to know.
     *
     * @param to for transfer and consult: a number, a colleague's extension, a queue's name
     * @param tones for dtmf: {@code 0-9A-D*#}
     */
    @Schema(name = "CallActionInput")
    public record ActionInput(
            @Nullable @Size(max = 64) String to,
            @Nullable @Pattern(regexp = "[0-9A-D*#]{1,32}") String tones) {
        @Nullable
        String value() {
            return to == null ? tones : to;
        }
    }
}
