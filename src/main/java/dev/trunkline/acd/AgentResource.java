package dev.trunkline.acd;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Agents' states: everybody's to see, one's own to set. */
@Path("/api/v1")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
public class AgentResource {
    private final Agents agents;
    private final CurrentReader reader;

    AgentResource(Agents agents, CurrentReader reader) {
        this.agents = agents;
        this.reader = reader;
    }

    @GET
    @Path("agents")
    @Allowed(Permission.DIRECTORY_READ)
    @Operation(operationId = "listAgents", summary = "Who takes calls, and what they are doing")
    public List<AgentView> all() {
        return agents.all();
    }

    @GET
    @Path("agents/me/state")
    @Allowed(Permission.DESK)
    @Operation(operationId = "getMyState", summary = "One's own state")
    public AgentStateView mine() {
        return agents.state(reader.get().userId()).orElseThrow(AgentResource::noPhone);
    }

    @PUT
    @Path("agents/me/state")
    @Allowed(Permission.DESK)
    @Operation(operationId = "setMyState", summary = "Ask for another state of one's own")
    public Uni<AgentStateView> set(@NotNull @Valid StateInput input) {
        Reader who = reader.get();
        Uni<Optional<AgentStateView>> done = switch (input.state()) {
            case "wrap-up" -> moreWrapUp(who);
            default -> agents.wish(who.userId(), input.wish());
        };
        return done.map(found -> told(found.orElseThrow(AgentResource::noPhone)));
    }

    @GET
    @Path("break-reasons")
    @Allowed(Permission.DIRECTORY_READ)
    @Operation(operationId = "listBreakReasons", summary = "Reasons for a break, to choose from")
    public List<BreakReasonView> breakReasons() {
        return BreakReasons.CHOICE.stream().map(BreakReasonView::new).toList();
    }

    private Uni<Optional<AgentStateView>> moreWrapUp(Reader who) {
        AgentStateView now = agents.state(who.userId()).orElseThrow(AgentResource::noPhone);
        if (!now.state().equals("wrap-up")) {
            throw Problem.conflict("no-wrap-up", "There is no call to wrap up");
        }
        if (now.wrapUpExtensions() != null && now.wrapUpExtensions() == 0) {
            throw Problem.conflict("wrap-up-spent", "The wrap-up was extended as often as it may be");
        }
        return agents.moreWrapUp(who.userId());
    }

    /** The state is ours to keep even while the PBX is away; whoever asked for it has to know that it has no effect yet. */
    private static AgentStateView told(AgentStateView view) {
        boolean resting = view.next() == null;
        if (view.pending() && resting) {
            throw Problem.unavailable(
                    "pbx-unavailable", "The PBX cannot be reached; your wish is kept and done when it is back");
        }
        return view;
    }

    private static Problem noPhone() {
        return Problem.conflict("no-extension", "You have no telephone extension and so take no calls");
    }

    /**
     * The state wished for.
     *
     * @param state available, break, offline; wrap-up, in one's own wrap-up, starts its time anew, three times at most
     * @param reason of a break
     */
    @Schema(name = "AgentStateInput")
    public record StateInput(
            @Schema(enumeration = {"available", "break", "offline", "wrap-up"}) @NotNull @Size(max = 20)
            String state,

            @Nullable @Size(max = 40) String reason) {

        /**
         * The wish for it.
         *
         * @throws Problem when it cannot be wished
         */
        public Wish wish() {
            return switch (state) {
                case "available" -> Wish.AVAILABLE;
                case "offline" -> Wish.OFFLINE;
                case "break" -> Wish.breakFor(chosen());
                case "ringing", "on-call" ->
                    throw Problem.conflict("state-not-yours", "Ringing and on call are the telephone's to say");
                default ->
                    throw Problem.invalid("state", "unknown-word", "must be one of offline, available, break, wrap-up");
            };
        }

        private String chosen() {
            if (reason == null || reason.isBlank()) {
                throw Problem.invalid("reason", "not-blank", "a break needs a reason");
            }
            if (!BreakReasons.CHOICE.contains(reason)) {
                throw Problem.invalid(
                        "reason", "unknown-word", "must be one of " + String.join(", ", BreakReasons.CHOICE));
            }
            return reason;
        }
    }

    /** A reason for a break, by key. */
    public record BreakReasonView(String key) {}
}
