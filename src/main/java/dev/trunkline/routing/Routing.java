package dev.trunkline.routing;

import dev.trunkline.call.QueuePolicies;
import dev.trunkline.telephony.dialplan.RouteAdvice;
import dev.trunkline.telephony.dialplan.RouteAdvisor;
import dev.trunkline.telephony.dialplan.RouteQuestion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says where inbound calls go. What takes longer than {@code trunkline.routing.patience}, or fails, does not hold the caller
 * up: the call goes its usual way.
 */
@ApplicationScoped
class Routing implements RouteAdvisor {
    private static final Logger LOG = LoggerFactory.getLogger(Routing.class);

    private final RoutingBook book;
    private final CallerFacts facts;
    private final QueuePolicies queues;
    private final CallRoutes routes;
    private final RoutingMeters meters;
    private final Clock clock;
    private final Duration patience;

    Routing(
            RoutingBook book,
            CallerFacts facts,
            QueuePolicies queues,
            CallRoutes routes,
            RoutingMeters meters,
            Clock clock,
            @ConfigProperty(name = "trunkline.routing.patience", defaultValue = "200ms") Duration patience) {
        this.book = book;
        this.facts = facts;
        this.queues = queues;
        this.routes = routes;
        this.meters = meters;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public Uni<RouteAdvice> advise(RouteQuestion question) {
        long asked = System.nanoTime();
        return Uni.createFrom()
                .deferred(() -> decide(question))
                .map(decided -> new Answer(RouteOutcome.DECIDED, decided))
                .ifNoItem()
                .after(patience)
                .recoverWithItem(() -> new Answer(RouteOutcome.LATE, Route.USUAL))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warn("Call {} goes its usual way: who calls was not found out", question.callId(), failure);
                    return new Answer(RouteOutcome.FAILED, Route.USUAL);
                })
                .map(answer -> {
                    meters.answered(answer.outcome(), answer.route(), Duration.ofNanos(System.nanoTime() - asked));
                    routes.keep(question.callId(), question.did(), answer.outcome(), answer.route());
                    return advice(answer.route());
                });
    }

    private Uni<Route> decide(RouteQuestion question) {
        return book.pages()
                .flatMap(pages -> facts.of(
                                question.did(), question.from(), question.withheld(), pages.blocked(), clock.instant())
                        .map(caller -> Router.decide(
                                        pages.rules(),
                                        caller,
                                        queue -> queues.policy(queue).isPresent())
                                .route()));
    }

    private static RouteAdvice advice(Route route) {
        Refusal refusal = route.refusal();
        return refusal == null
                ? new RouteAdvice.Join(route.queue(), route.priority())
                : new RouteAdvice.Refuse(refusal.cause());
    }

    private record Answer(RouteOutcome outcome, Route route) {}
}
