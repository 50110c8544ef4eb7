package dev.trunkline.routing;

import dev.trunkline.service.Ticket;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.problem.FieldError;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a rule makes sense: what sizes and patterns of single fields cannot say. Pure; takes what Bean Validation has let
 * pass. That rules form no circle needs no check: none leads to another.
 */
final class RuleCheck {
    private static final Set<String> TICKET_TYPES =
            Arrays.stream(Ticket.Type.values()).map(Words::of).collect(Collectors.toSet());

    private final Function<String, @Nullable String> queueOfDid;
    private final Predicate<String> queues;
    private final ZoneId house;
    private final List<FieldError> errors = new ArrayList<>();

    private RuleCheck(Function<String, @Nullable String> queueOfDid, Predicate<String> queues, ZoneId house) {
        this.queueOfDid = queueOfDid;
        this.queues = queues;
        this.house = house;
    }

    /**
     * What is wrong and where; empty for a rule that some caller can suit.
     *
     * @param queueOfDid where a number of ours leads, null for one that is none of ours
     * @param queues whether there is a queue of that name
     * @param house the zone of hours that name none
     */
    static List<FieldError> errors(
            RoutingRuleInput rule,
            Function<String, @Nullable String> queueOfDid,
            Predicate<String> queues,
            ZoneId house) {
        RuleCheck check = new RuleCheck(queueOfDid, queues, house);
        List<RoutingCondition> conditions = rule.conditions();
        for (int i = 0; i < conditions.size(); i++) {
            check.condition("conditions[" + i + "]", conditions.get(i));
        }
        check.action(rule);
        if (check.errors.isEmpty()) {
            check.together(conditions);
        }
        return List.copyOf(check.errors);
    }

    private void condition(String at, RoutingCondition written) {
        boolean named = !written.values().isEmpty();
        switch (written.kind()) {
            case TAG -> needed(at, named);
            case TICKET -> each(at, written, TICKET_TYPES::contains, "unknown-word");
            case DID -> {
                needed(at, named);
                each(at, written, did -> queueOfDid.apply(did) != null, "unknown-did");
            }
            case QUEUE -> {
                needed(at, named);
                each(at, written, queues, "unknown-queue");
            }
            case HOURS -> hours(at, written);
            case BLOCKED, WITHHELD, UNKNOWN, VIP, OWNED -> {}
        }
    }

    private void needed(String at, boolean named) {
        if (!named) {
            error(at + ".values", "not-empty", "names none");
        }
    }

    private void each(String at, RoutingCondition written, Predicate<String> known, String code) {
        for (int i = 0; i < written.values().size(); i++) {
            String value = written.values().get(i);
            if (!known.test(value)) {
                error(at + ".values[" + i + "]", code, "there is no " + value);
            }
        }
    }

    private void hours(String at, RoutingCondition written) {
        if (written.zone() != null) {
            try {
                ZoneId.of(written.zone());
            } catch (DateTimeException unknown) {
                error(at + ".zone", "unknown-zone", "there is no such time zone");
            }
        }
        if (written.from() != null && written.from().equals(written.to())) {
            error(at + ".to", "never-matches", "there is no time between");
        }
    }

    private void action(RoutingRuleInput rule) {
        if (rule.refuse() != null) {
            if (rule.queue() != null || rule.priority() != null) {
                error("refuse", "refused-goes-nowhere", "who is refused has neither queue nor priority");
            }
        } else if (rule.queue() != null && !queues.test(rule.queue())) {
            error("queue", "unknown-queue", "there is no queue " + rule.queue());
        } else if (rule.queue() == null && rule.priority() == null && !Boolean.TRUE.equals(rule.last())) {
            error("queue", "no-effect", "the rule changes nothing");
        }
    }

    private void together(List<RoutingCondition> written) {
        List<Condition> conditions =
                written.stream().map(one -> Condition.of(one, house)).toList();
        for (int i = 0; i < conditions.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (excludes(conditions.get(j), conditions.get(i)) || excludes(conditions.get(i), conditions.get(j))) {
                    error("conditions[" + i + "].kind", "never-matches", "contradicts condition " + (j + 1));
                }
            }
        }
    }

    /** Whether nobody can suit both. */
    private boolean excludes(Condition one, Condition other) {
        if (one instanceof Condition.Not not && covers(not.condition(), other)) {
            return true;
        }
        return switch (one) {
            case Condition.Withheld withheld -> aboutNumber(other) || other instanceof Condition.Unknown;
            case Condition.Unknown unknown -> aboutCustomer(other);
            case Condition.Dialled dialled ->
                switch (other) {
                    case Condition.Dialled too -> apart(dialled.dids(), too.dids());
                    case Condition.Bound bound ->
                        dialled.dids().stream()
                                .map(queueOfDid)
                                .filter(Objects::nonNull)
                                .noneMatch(bound.queues()::contains);
                    default -> false;
                };
            case Condition.Bound bound -> other instanceof Condition.Bound too && apart(bound.queues(), too.queues());
            case Condition.Within within ->
                other instanceof Condition.Within too && within.hours().apartFrom(too.hours());
            default -> false;
        };
    }

    private static boolean aboutNumber(Condition condition) {
        return condition instanceof Condition.Blocked || aboutCustomer(condition);
    }

    private static boolean aboutCustomer(Condition condition) {
        return condition instanceof Condition.Vip
                || condition instanceof Condition.Owned
                || condition instanceof Condition.Tagged
                || condition instanceof Condition.HasTicket;
    }

    private static boolean apart(Set<String> one, Set<String> other) {
        return one.stream().noneMatch(other::contains);
    }

    /** The rule before it that lets nobody through to this one; null when there is none. */
    static @Nullable Rule hiding(List<Rule> before, Rule rule) {
        return before.stream()
                .filter(Rule::ends)
                .filter(one -> one.conditions().stream()
                        .allMatch(wide -> rule.conditions().stream().anyMatch(narrow -> covers(wide, narrow))))
                .findFirst()
                .orElse(null);
    }

    /** Whether the first holds for everybody for whom the second does. */
    private static boolean covers(Condition wide, Condition narrow) {
        return switch (wide) {
            case Condition.Not not -> narrow instanceof Condition.Not too && covers(too.condition(), not.condition());
            case Condition.Tagged tagged ->
                narrow instanceof Condition.Tagged too && tagged.tags().containsAll(too.tags());
            case Condition.HasTicket ticket ->
                narrow instanceof Condition.HasTicket too
                        && (ticket.types().isEmpty()
                                || (!too.types().isEmpty() && ticket.types().containsAll(too.types())));
            case Condition.Dialled dialled ->
                narrow instanceof Condition.Dialled too && dialled.dids().containsAll(too.dids());
            case Condition.Bound bound ->
                narrow instanceof Condition.Bound too && bound.queues().containsAll(too.queues());
            case Condition.Within within ->
                narrow instanceof Condition.Within too && within.hours().covers(too.hours());
            case Condition.Blocked same -> narrow.equals(same);
            case Condition.Withheld same -> narrow.equals(same);
            case Condition.Unknown same -> narrow.equals(same);
            case Condition.Vip same -> narrow.equals(same);
            case Condition.Owned same -> narrow.equals(same);
        };
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }
}
