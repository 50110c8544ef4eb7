package dev.trunkline.routing;

import dev.trunkline.call.QueuePolicies;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.phone.PhoneNumbers;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What would become of a caller, without a call. */
@Path("/api/v1/routing-trial")
@Cancellable(false)
@Tag(name = "Routing")
public class RoutingTrialResource {
    private final RoutingBook book;
    private final CallerFacts facts;
    private final QueuePolicies queues;
    private final CurrentReader reader;
    private final Clock clock;

    RoutingTrialResource(RoutingBook book, CallerFacts facts, QueuePolicies queues, CurrentReader reader, Clock clock) {
        this.book = book;
        this.facts = facts;
        this.queues = queues;
        this.reader = reader;
        this.clock = clock;
    }

    @GET
    @Allowed(Permission.ROUTING_READ)
    @Operation(
            operationId = "tryRouting",
            summary =
                    "What would become of a caller now: what is known, what becomes of each rule, where the call would go")
    public Uni<RoutingTrialView> attempt(
            @QueryParam("did")
                    @NotNull
                    @Pattern(regexp = "\\+?[0-9]{2,20}")
                    @Parameter(description = "Our number that is dialled")
                    String did,
            @QueryParam("from")
                    @Nullable
                    @Size(max = PhoneNumbers.LONGEST)
                    @Parameter(description = "The caller's number in any form; left out: withheld")
                    String from) {
        // It tells who has a number.
        reader.get().require(Permission.CUSTOMERS_READ);
        if (queues.named(did).isEmpty()) {
            throw Problem.invalid("did", "unknown-did", "this is no number of ours");
        }
        return book.pages()
                .flatMap(pages -> facts.of(did, from, from == null, pages.blocked(), clock.instant())
                        .map(caller -> RoutingTrialView.of(
                                caller,
                                Router.decide(
                                        pages.rules(),
                                        caller,
                                        queue -> queues.policy(queue).isPresent()))));
    }
}
