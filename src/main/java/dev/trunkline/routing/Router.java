package dev.trunkline.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says where a caller goes. Pure and total: there is a route for every caller.
 *
 * <p>Rules are tried in order. Queue and priority are each what the first rule says that suits and says anything of it. A
 * refusal ends the matter, and so does a rule that is the last for whom it suits. A queue that is not there any more
 * counts as not said.
 */
final class Router {
    private final Predicate<String> there;
    private final List<Trial> trials = new ArrayList<>();
    private final List<RouteReason> reasons = new ArrayList<>();
    private @Nullable String queue;
    private @Nullable Integer priority;
    private @Nullable Refusal refusal;
    private boolean over;

    private Router(Predicate<String> there) {
        this.there = there;
    }

    /** @param there whether there is a queue of that name */
    static Decision decide(List<Rule> rules, Caller caller, Predicate<String> there) {
        Router router = new Router(there);
        rules.forEach(rule -> router.attempt(rule, caller));
        return router.decision();
    }

    private void attempt(Rule rule, Caller caller) {
        if (over) {
            trials.add(new Trial(rule, RoutingVerdict.NOT_TRIED, null));
            return;
        }
        Optional<Condition> against = rule.against(caller);
        if (against.isPresent()) {
            trials.add(new Trial(rule, RoutingVerdict.MISSED, RouteCause.of(against.get(), caller)));
            return;
        }
        over = rule.ends();
        boolean gone = false;
        boolean decides = over;
        switch (rule.action()) {
            case Action.Refuse refuse -> refusal = refuse.how();
            case Action.Send send -> {
                gone = send.queue() != null && !there.test(send.queue());
                if (queue == null && send.queue() != null && !gone) {
                    queue = send.queue();
                    decides = true;
                }
                if (priority == null && send.priority() != null) {
                    priority = send.priority();
                    decides = true;
                }
            }
        }
        trials.add(new Trial(rule, gone ? RoutingVerdict.QUEUE_GONE : RoutingVerdict.SUITS, null));
        if (decides) {
            reasons.add(new RouteReason(
                    rule.id(),
                    rule.name(),
                    rule.conditions().stream()
                            .map(one -> RouteCause.of(one, caller))
                            .toList()));
        }
    }

    private Decision decision() {
        Route route = refusal == null
                ? new Route(queue, priority == null ? 0 : priority, null, reasons)
                : new Route(null, 0, refusal, reasons);
        return new Decision(route, List.copyOf(trials));
    }

    /** The route, and what became of each rule. */
    record Decision(Route route, List<Trial> trials) {}

    /** @param missed the first condition that does not hold, null for a rule that suits or was not tried */
    record Trial(
            Rule rule, RoutingVerdict verdict, @Nullable RouteCause missed) {}
}
