package dev.trunkline.coaching;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** One's own part in an agent's call. */
@Path("/api/v1/coaching")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Coaching")
public class CoachingResource {
    private final CurrentReader reader;
    private final Coachings coachings;
    private final CoachControl control;

    CoachingResource(CurrentReader reader, Coachings coachings, CoachControl control) {
        this.reader = reader;
        this.coachings = coachings;
        this.control = control;
    }

    @GET
    @Allowed(Permission.COACH)
    @Operation(operationId = "myCoaching", summary = "The call one takes part in: one, or none")
    public List<CoachingView> mine() {
        Reader who = reader.get();
        return who.extension() == null
                ? List.of()
                : coachings.by(who.extension()).stream().toList();
    }

    @DELETE
    @Allowed(Permission.COACH)
    @Operation(operationId = "leaveCall", summary = "Leave the call one takes part in; the call goes on")
    @APIResponse(responseCode = "202", description = "The PBX has been asked, or there is nothing to leave")
    public Uni<RestResponse<Void>> leave() {
        return control.leave(reader.get()).replaceWith(RestResponse.accepted());
    }
}
