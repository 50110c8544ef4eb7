package dev.trunkline.routing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A rule as callers are held against it. Pure.
 *
 * @param conditions all of which must hold; none hold for everybody
 * @param last whether no rule after it is tried when it suits
 */
record Rule(UUID id, String name, List<Condition> conditions, Action action, boolean last) {
    Rule {
        conditions = List.copyOf(conditions);
    }

    /** The first condition that does not hold; empty for a caller whom the rule suits. */
    Optional<Condition> against(Caller caller) {
        return conditions.stream().filter(one -> !one.holds(caller)).findFirst();
    }

    /** Whether nobody whom it suits gets to the rules after it. */
    boolean ends() {
        return switch (action) {
            case Action.Refuse refuse -> true;
            case Action.Send send -> last;
        };
    }
}
