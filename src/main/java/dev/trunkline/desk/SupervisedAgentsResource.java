package dev.trunkline.desk;

import dev.trunkline.acd.AgentResource.StateInput;
import dev.trunkline.acd.AgentStateView;
import dev.trunkline.desk.SupervisedAgents.AgentsChanged;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Other agents' states, to watch and to set for those who answer for the agents. */
@Path("/api/v1")
@Cancellable(false)
@Tag(name = "Agents")
class SupervisedAgentsResource {
    /** A stream ends now and then: the client comes back by itself, and whether it still may is asked again. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final ForcedStates states;
    private final SupervisedAgents agents;
    private final CurrentReader reader;

    SupervisedAgentsResource(ForcedStates states, SupervisedAgents agents, CurrentReader reader) {
        this.states = states;
        this.agents = agents;
        this.reader = reader;
    }

    @PUT
    @Path("agents/{userId}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Permission.AGENTS_WRITE)
    @Operation(
            operationId = "setAgentState",
            summary = "Set an agent to available, break or offline: at once, or after the call")
    public Uni<AgentStateView> set(@RestPath UUID userId, @NotNull @Valid StateInput input) {
        return states.set(reader.get(), userId, input);
    }

    @DELETE
    @Path("agents/{userId}/wrap-up")
    @Allowed(Permission.AGENTS_WRITE)
    @Operation(operationId = "endAgentWrapUp", summary = "End an agent's wrap-up: what was to follow it does")
    public Uni<AgentStateView> endWrapUp(@RestPath UUID userId) {
        return states.endWrapUp(reader.get(), userId);
    }

    @GET
    @Path("agents/supervised")
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(Permission.AGENTS_WRITE)
    @Operation(
            operationId = "listSupervisedAgents",
            summary = "Who takes calls, with state, phone and call, and whether one may set the state")
    public Page<SupervisedAgent> list(@BeanParam ListQuery query, @BeanParam AgentsFilter filter) {
        return agents.list(reader.get(), query, filter);
    }

    @GET
    @Path("agents/supervised/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    // A proxy such as nginx would gather events before it hands them on.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Allowed(Permission.AGENTS_WRITE)
    @Operation(
            operationId = "watchSupervisedAgents",
            summary = "Word whenever that list has changed, as server-sent events: then it is to be read anew")
    @APIResponse(
            responseCode = "200",
            description = "The stream, without end",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = AgentsChanged.class)))
    public Multi<AgentsChanged> live() {
        return agents.live().select().first(LONGEST);
    }
}
