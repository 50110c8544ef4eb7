package dev.trunkline.routing;

import static dev.trunkline.routing.Callers.MONDAY;
import static dev.trunkline.routing.Callers.asks;
import static dev.trunkline.routing.Callers.blocked;
import static dev.trunkline.routing.Callers.customer;
import static dev.trunkline.routing.Callers.first;
import static dev.trunkline.routing.Callers.hours;
import static dev.trunkline.routing.Callers.not;
import static dev.trunkline.routing.Callers.refuse;
import static dev.trunkline.routing.Callers.rule;
import static dev.trunkline.routing.Callers.stranger;
import static dev.trunkline.routing.Callers.to;
import static dev.trunkline.routing.Callers.vip;
import static dev.trunkline.routing.Callers.withheld;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.trunkline.routing.RoutingCondition.Kind;
import dev.trunkline.service.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom rules suit, and what they do together. */
class RouterTest {

    @ParameterizedTest
    @MethodSource
    void aConditionHoldsForThese(RoutingCondition condition, Caller caller, boolean holds) {
        assertThat(Condition.of(condition, Callers.HOUSE).holds(caller)).isEqualTo(holds);
        assertThat(Condition.of(not(condition), Callers.HOUSE).holds(caller)).isEqualTo(!holds);
    }

    static Stream<Arguments> aConditionHoldsForThese() {
        Caller known = customer(false, "Sofia", Set.of("gold", "east"), Ticket.Type.REPAIR);
        return Stream.of(
                arguments(asks(Kind.BLOCKED), blocked(), true),
                arguments(asks(Kind.BLOCKED), stranger(), false),
                arguments(asks(Kind.WITHHELD), withheld(), true),
                arguments(asks(Kind.WITHHELD), stranger(), false),
                arguments(asks(Kind.UNKNOWN), stranger(), true),
                arguments(asks(Kind.UNKNOWN), withheld(), false),
                arguments(asks(Kind.UNKNOWN), known, false),
                arguments(asks(Kind.VIP), vip(), true),
                arguments(asks(Kind.VIP), known, false),
                arguments(asks(Kind.OWNED), known, true),
                arguments(asks(Kind.OWNED), vip(), false),
                arguments(asks(Kind.TAG, "silver", "gold"), known, true),
                arguments(asks(Kind.TAG, "silver"), known, false),
                arguments(asks(Kind.TAG, "gold"), stranger(), false),
                arguments(asks(Kind.TICKET), known, true),
                arguments(asks(Kind.TICKET, "repair", "dispute"), known, true),
                arguments(asks(Kind.TICKET, "complaint"), known, false),
                arguments(asks(Kind.TICKET), vip(), false),
                arguments(asks(Kind.DID, Callers.DID), stranger(), true),
                arguments(asks(Kind.DID, "4008002000"), stranger(), false),
                arguments(asks(Kind.QUEUE, "support"), stranger(), true),
                arguments(asks(Kind.QUEUE, "sales"), stranger(), false),
                arguments(hours("09:00", "18:00", Weekday.MONDAY), stranger(), true),
                arguments(hours("17:05", "17:06"), stranger(), true),
                arguments(hours("09:00", "17:05", Weekday.MONDAY), stranger(), false),
                arguments(hours("09:00", "18:00", Weekday.TUESDAY), stranger(), false));
    }

    @Test
    void hoursOverMidnightBelongToTheDayOnWhichTheyBegin() {
        Condition night = Condition.of(hours("22:00", "06:00", Weekday.SUNDAY), Callers.HOUSE);
        Duration untilMidnight = Duration.ofMinutes(17 * 60 + 5);
        assertThat(night.holds(Callers.at(MONDAY.minus(untilMidnight).minusSeconds(1))))
                .isTrue();
        assertThat(night.holds(Callers.at(MONDAY.minus(untilMidnight).plusSeconds(5 * 3_600))))
                .isTrue();
        assertThat(night.holds(Callers.at(MONDAY.minus(untilMidnight).plusSeconds(6 * 3_600))))
                .isFalse();
        assertThat(night.holds(Callers.at(MONDAY.minus(untilMidnight).minus(Duration.ofHours(22)))))
                .isFalse();
    }

    @Test
    void hoursAreThoseOfTheirOwnZone() {
        RoutingCondition london =
                new RoutingCondition(Kind.HOURS, false, List.of(), List.of(), "09:00", "10:00", "Europe/London");
        assertThat(Condition.of(london, Callers.HOUSE).holds(stranger())).isTrue();
    }

    @Test
    void theFirstRuleThatSuitsDecides() {
        Route route = decide(vip(), rule("a", to("sales"), true, asks(Kind.VIP)), rule("b", to("urgent"), true));
        assertThat(route.queue()).isEqualTo("sales");
        assertThat(route.reasons()).extracting(RouteReason::name).containsExactly("a");
    }

    @Test
    void aRuleThatIsNotTheLastLeavesToOthersWhatItDoesNotSay() {
        Route route = decide(
                vip(),
                rule("first", first(10), false, asks(Kind.VIP)),
                rule("there", to("sales"), false),
                rule("too late", new Action.Send("urgent", 3), true));
        assertThat(route.queue()).isEqualTo("sales");
        assertThat(route.priority()).isEqualTo(10);
        assertThat(route.reasons()).extracting(RouteReason::name).containsExactly("first", "there", "too late");
    }

    @Test
    void aRefusalIsTheLastWord() {
        Route route = decide(blocked(), rule("vip", first(10), false), rule("no", refuse(), false, asks(Kind.BLOCKED)));
        assertThat(route.refusal()).isEqualTo(Refusal.REJECTED);
        assertThat(route.queue()).isNull();
        assertThat(route.priority()).isZero();
    }

    @Test
    void aRuleCanKeepACallerFromTheRulesAfterIt() {
        Route route = decide(
                vip(), rule("let be", new Action.Send(null, null), true, asks(Kind.VIP)), rule("no", refuse(), true));
        assertThat(route.refusal()).isNull();
        assertThat(route.reasons()).extracting(RouteReason::name).containsExactly("let be");
    }

    @Test
    void aQueueThatIsGoneCountsAsNotSaid() {
        List<Rule> rules = List.of(rule("gone", to("closed"), false), rule("there", to("sales"), true));
        Router.Decision decision = Router.decide(rules, stranger(), queue -> !queue.equals("closed"));
        assertThat(decision.route().queue()).isEqualTo("sales");
        assertThat(decision.trials())
                .extracting(Router.Trial::verdict)
                .containsExactly(RoutingVerdict.QUEUE_GONE, RoutingVerdict.SUITS);
    }

    @Test
    void eachRuleSaysWhatBecameOfIt() {
        List<Rule> rules = List.of(
                rule("miss", first(1), true, hours("09:00", "12:00"), asks(Kind.VIP)),
                rule("suits", first(1), true, asks(Kind.TAG, "gold")),
                rule("after", first(2), true));
        Router.Decision decision = Router.decide(rules, customer(false, null, Set.of("gold")), queue -> true);
        assertThat(decision.trials())
                .extracting(Router.Trial::verdict)
                .containsExactly(RoutingVerdict.MISSED, RoutingVerdict.SUITS, RoutingVerdict.NOT_TRIED);
        assertThat(decision.trials().getFirst().missed()).isEqualTo(new RouteCause(Kind.HOURS, false, "monday 17:05"));
        assertThat(decision.route().reasons().getFirst().because())
                .containsExactly(new RouteCause(Kind.TAG, false, "gold"));
    }

    private static Route decide(Caller caller, Rule... rules) {
        return Router.decide(List.of(rules), caller, queue -> true).route();
    }
}
