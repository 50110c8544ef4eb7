package dev.trunkline.desk.phone;

import static java.util.Objects.requireNonNull;

import dev.trunkline.identity.SessionKey;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** One's own phone. */
@Path("/api/v1/phone")
@Cancellable(false)
@Tag(name = "Desk")
class PhoneResource {
    private final Phones phones;
    private final BrowserCredentials credentials;
    private final CurrentReader reader;

    PhoneResource(Phones phones, BrowserCredentials credentials, CurrentReader reader) {
        this.phones = phones;
        this.credentials = credentials;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.DESK)
    @Operation(operationId = "getMyPhone", summary = "The phone one uses")
    public PhoneView mine() {
        return phones.of(reader.get());
    }

    @PUT
    @Path("mode")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Permission.DESK)
    @Operation(operationId = "setMyPhone", summary = "Use the desk phone or the browser; not during a call")
    public Uni<PhoneView> use(@NotNull @Valid PhoneModeInput input) {
        return phones.use(reader.get(), browser(requireNonNull(input.mode())));
    }

    private static boolean browser(String mode) {
        return switch (mode) {
            case "browser" -> true;
            case "desk" -> false;
            default -> throw Problem.invalid("mode", "unknown-word", "must be desk or browser");
        };
    }

    @POST
    @Path("call")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Permission.DESK)
    @Operation(
            operationId = "returnMyCall",
            summary =
                    "Ring the browser for a call that it had before it was loaded anew, or that another browser has; does nothing without one")
    public Uni<PhoneReturn> call(@NotNull @Valid PhoneCall input) {
        return phones.returnCall(reader.get(), requireNonNull(input.callId())).map(PhoneReturn::new);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Permission.DESK)
    @Operation(
            operationId = "getPhoneCredentials",
            summary =
                    "Credentials for a browser that is the phone; those given before end, and so do these with the session")
    public Uni<PhoneCredentials> credentials(@NotNull PhoneClaim input, @Context HttpServerRequest request) {
        return credentials.give(reader.get(), SessionKey.of(request), input.claim());
    }
}
