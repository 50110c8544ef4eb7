package dev.trunkline.coaching;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Short messages to agents. */
@Path("/api/v1")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
public class AgentMessageResource {
    private final AgentMessages messages;
    private final CurrentReader reader;

    AgentMessageResource(AgentMessages messages, CurrentReader reader) {
        this.messages = messages;
        this.reader = reader;
    }

    @POST
    @Path("agents/{userId}/messages")
    @Allowed(Permission.COACH)
    @Operation(operationId = "messageAgent", summary = "Send an agent a short message, which comes to the desk at once")
    @APIResponse(
            responseCode = "201",
            description = "Sent",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AgentMessage.class)))
    public Uni<RestResponse<AgentMessage>> send(@RestPath UUID userId, @Valid @NotNull MessageInput input) {
        return messages.send(reader.get(), userId, input.text())
                .map(sent -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, sent)
                        .build());
    }

    @GET
    @Path("agents/me/messages")
    @Allowed(Permission.DESK)
    @Operation(operationId = "myMessages", summary = "What one was sent in the last 30 days: the newest 20")
    public Uni<List<AgentMessage>> mine() {
        return messages.of(reader.get());
    }

    /**
     * What to say.
     *
     * @param text plain text, line breaks allowed
     */
    @Schema(name = "AgentMessageInput")
    public record MessageInput(@NotBlank @Size(max = 500) String text) {}
}
