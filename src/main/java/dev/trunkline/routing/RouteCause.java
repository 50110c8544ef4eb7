package dev.trunkline.routing;

import org.jspecify.annotations.Nullable;

/**
 * What of a caller made a condition hold, in words for clients to render.
 *
 * @param value the tag, the type of ticket, the owner's name, our number, the queue, or weekday and time ({@code monday 17:05});
 *     null where the kind says all
 */
public record RouteCause(
        RoutingCondition.Kind kind,
        boolean negated,
        @Nullable String value) {

    static RouteCause of(Condition condition, Caller caller) {
        boolean negated = condition instanceof Condition.Not;
        return new RouteCause(
                kind(condition), negated, condition.because(caller).orElse(null));
    }

    static RoutingCondition.Kind kind(Condition condition) {
        return switch (condition) {
            case Condition.Blocked blocked -> RoutingCondition.Kind.BLOCKED;
            case Condition.Withheld withheld -> RoutingCondition.Kind.WITHHELD;
            case Condition.Unknown unknown -> RoutingCondition.Kind.UNKNOWN;
            case Condition.Vip vip -> RoutingCondition.Kind.VIP;
            case Condition.Owned owned -> RoutingCondition.Kind.OWNED;
            case Condition.Tagged tagged -> RoutingCondition.Kind.TAG;
            case Condition.HasTicket ticket -> RoutingCondition.Kind.TICKET;
            case Condition.Dialled dialled -> RoutingCondition.Kind.DID;
            case Condition.Bound bound -> RoutingCondition.Kind.QUEUE;
            case Condition.Within within -> RoutingCondition.Kind.HOURS;
            case Condition.Not not -> kind(not.condition());
        };
    }
}
