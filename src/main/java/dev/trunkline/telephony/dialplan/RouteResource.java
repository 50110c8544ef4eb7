package dev.trunkline.telephony.dialplan;

import dev.trunkline.shared.problem.Problem;
import dev.trunkline.telephony.PbxConfig;
import dev.trunkline.telephony.ami.Fields;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The dialplan's question for each inbound call. It has a second to wait at most, so it is answered from little. */
@Path("/api/v1/pbx")
@Cancellable(false)
@Tag(name = "PBX")
public class RouteResource {
    /** The header with the secret that the dialplan and we share. */
    static final String SECRET = "X-Trunkline-Secret";

    private static final Pattern DID = Pattern.compile("\\+?[0-9]{2,20}");
    private static final Pattern CALL = Pattern.compile("[A-Za-z0-9._-]{1,150}");

    private final Optional<byte[]> secret;
    private final Instance<RouteAdvisor> advisor;
    private final Counter strangers;

    RouteResource(PbxConfig pbx, Instance<RouteAdvisor> advisor, MeterRegistry meters) {
        this.secret =
                pbx.dialplanSecret().filter(text -> !text.isBlank()).map(text -> text.getBytes(StandardCharsets.UTF_8));
        this.advisor = advisor;
        this.strangers = Counter.builder("trunkline.routes.unauthorised")
                .description("Questions for a call's route with another secret than ours")
                .register(meters);
    }

    @GET
    @Path("route")
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "routeCall",
            summary = "Where an inbound call goes, for the PBX's dialplan: one line",
            description = "Needs the header X-Trunkline-Secret with trunkline.pbx.dialplan-secret. "
                    + "Answers `route,<queue>,<priority>` or `refuse,<cause>`.")
    public Uni<String> route(
            @HeaderParam(SECRET) @Parameter(description = "The secret shared with the dialplan") @Nullable
                    String secret,
            @QueryParam("call") @Parameter(description = "Asterisk's linkedid") @Nullable String call,
            @QueryParam("did") @Parameter(description = "Our number that was dialled") @Nullable String did,
            @QueryParam("from") @Parameter(description = "The caller's number as it came") @Nullable String from,
            @QueryParam("presentation") @Parameter(description = "CALLERID(num-pres)") @Nullable String presentation) {
        if (!known(secret)) {
            strangers.increment();
            throw Problem.unauthenticated();
        }
        if (call == null || !CALL.matcher(call).matches()) {
            throw Problem.badRequest("bad-call", "call is no linkedid");
        }
        if (did == null || !DID.matcher(did).matches()) {
            throw Problem.badRequest("bad-did", "did is no number of ours");
        }
        if (!advisor.isResolvable()) {
            return Uni.createFrom().item(RouteAdvice.USUAL.line());
        }
        String number = Fields.number(from);
        boolean withheld = number == null || Fields.withheld(presentation);
        return advisor.get()
                .advise(new RouteQuestion(call, did, number, withheld))
                .map(RouteAdvice::line);
    }

    private boolean known(@Nullable String given) {
        return given != null
                && secret.isPresent()
                && MessageDigest.isEqual(secret.get(), given.getBytes(StandardCharsets.UTF_8));
    }
}
