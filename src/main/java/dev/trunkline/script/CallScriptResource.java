package dev.trunkline.script;

import dev.trunkline.call.LiveCalls;
import dev.trunkline.call.history.CallHistory;
import dev.trunkline.call.history.CallView;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.crud.Etags;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The script of a call and the answers to it. Whoever sees the call reads them, only who takes or took it writes them. The
 * path is that of the recordings, as a PUT needs it.
 */
@Path("/api/v1/calls/{id}")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Scripts")
public class CallScriptResource {
    private final CurrentReader current;
    private final LiveCalls live;
    private final CallHistory history;
    private final CallScripts scripts;

    CallScriptResource(CurrentReader current, LiveCalls live, CallHistory history, CallScripts scripts) {
        this.current = current;
        this.live = live;
        this.history = history;
        this.scripts = scripts;
    }

    @GET
    @Path("/script")
    @Allowed(Permission.CALLS_READ)
    @Operation(operationId = "callScript", summary = "The script that a call goes by, and what was answered")
    public Uni<CallScriptView> script(
            @RestPath String id,
            @QueryParam("language") @Parameter(description = "The reader's own, preferred") @Nullable String language) {
        Reader who = current.get();
        return mine(who, id)
                .map(call -> Uni.createFrom().item(call))
                .orElseGet(() -> seen(who, Permission.CALLS_READ, id))
                .flatMap(call -> scripts.of(call, language));
    }

    @PUT
    @Path("/script")
    @Allowed(Permission.CALLS_WRITE)
    @Operation(operationId = "answerCallScript", summary = "Keep how far a call of one's own came in its script")
    public Uni<RestResponse<CallScriptRun>> answer(
            @RestPath String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull CallScriptInput input) {
        Reader who = current.get();
        String agent = who.extension();
        if (agent == null) {
            throw Problem.forbidden();
        }
        return mine(who, id)
                .map(call -> Uni.createFrom().item(call))
                .orElseGet(() -> seen(who, Permission.CALLS_WRITE, id).invoke(call -> {
                    if (!call.agents().contains(agent)) {
                        throw Problem.forbidden();
                    }
                }))
                .flatMap(call -> scripts.save(who, agent, call, ifMatch, input))
                .map(run -> ResponseBuilder.ok(run)
                        .header(HttpHeaders.ETAG, Etags.of(run.version()))
                        .build());
    }

    /** The call when the reader's phone rings or talks in it now: it may not be written yet. */
    private Optional<ScriptedCall> mine(Reader who, String id) {
        String agent = who.extension();
        return agent == null
                ? Optional.empty()
                : live.of(agent).stream()
                        .filter(call -> call.id().equals(id))
                        .findFirst()
                        .map(ScriptedCall::of);
    }

    private Uni<ScriptedCall> seen(Reader who, Permission permission, String id) {
        return history.visible(who, permission, id)
                .flatMap(
                        visible -> visible ? history.byId(id) : Uni.createFrom().item(Optional.<CallView>empty()))
                .map(found -> found.map(ScriptedCall::of).orElseThrow(() -> Problem.notFound("call", id)));
    }
}
