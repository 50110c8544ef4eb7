package dev.trunkline.identity;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Signing in and out, and who one is. */
@Path("/api/v1")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Session")
class SessionResource {
    private final SignIn signIn;
    private final Sessions sessions;
    private final People people;
    private final CurrentReader reader;
    private final Event<AccessChanged> changes;

    SessionResource(
            SignIn signIn, Sessions sessions, People people, CurrentReader reader, Event<AccessChanged> changes) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.people = people;
        this.reader = reader;
        this.changes = changes;
    }

    @POST
    @Path("session")
    @PermitAll
    @Operation(operationId = "openSession", summary = "Sign in")
    public Uni<RestResponse<SessionView>> open(@Nullable Credentials credentials, @Context HttpServerRequest request) {
        if (credentials == null || credentials.username() == null || credentials.password() == null) {
            throw Problem.badRequest("malformed-json", "Send username and password");
        }
        return signIn.open(credentials.username(), credentials.password())
                .flatMap(opened -> people.view(opened.userId())
                        .map(user -> RestResponse.ResponseBuilder.ok(new SessionView(opened.token(), user))
                                .header("Cache-Control", "no-store")
                                .cookie(cookie(opened.token(), sessions.lifetime(), request))
                                .build()));
    }

    /** Ends the session whose token the request carries, if any; ending twice is as good as once. */
    @DELETE
    @Path("session")
    @PermitAll
    @Operation(operationId = "endSession", summary = "Sign out")
    public Uni<RestResponse<Void>> end(@Context HttpServerRequest request) {
        var token = Tokens.of(request);
        var ended = token == null ? Uni.createFrom().voidItem() : sessions.end(token);
        return ended.invoke(() -> changes.fire(new AccessChanged()))
                .map(done -> RestResponse.ResponseBuilder.<Void>noContent()
                        .cookie(cookie("", Duration.ZERO, request))
                        .build());
    }

    @GET
    @Path("me")
    @Allowed(Permission.SELF)
    @Operation(operationId = "getMe", summary = "Who one is")
    public Uni<UserView> me() {
        return people.view(reader.get().userId());
    }

    private static NewCookie cookie(String token, Duration lifetime, HttpServerRequest request) {
        return new NewCookie.Builder(Tokens.COOKIE)
                .value(token)
                .path("/")
                .maxAge((int) lifetime.toSeconds())
                .httpOnly(true)
                .secure("https".equals(request.scheme()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /** What signing in takes. */
    record Credentials(
            @NotNull @Nullable String username,
            @NotNull @Nullable String password) {
        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }

    /** A session opened, with the token for clients that do not keep cookies. */
    @Schema(name = "SessionView")
    record SessionView(String token, UserView user) {}
}
