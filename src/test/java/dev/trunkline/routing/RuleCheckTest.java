package dev.trunkline.routing;

import static dev.trunkline.routing.Callers.asks;
import static dev.trunkline.routing.Callers.first;
import static dev.trunkline.routing.Callers.hours;
import static dev.trunkline.routing.Callers.not;
import static dev.trunkline.routing.Callers.refuse;
import static dev.trunkline.routing.Callers.rule;
import static dev.trunkline.routing.Callers.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.trunkline.routing.RoutingCondition.Kind;
import dev.trunkline.shared.problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that nobody could suit are told with the reason, and no others. */
class RuleCheckTest {
    private static final Map<String, String> DIDS = Map.of("4008001000", "support", "4008002000", "sales");

    @ParameterizedTest
    @MethodSource
    void nobodySuitsBoth(RoutingCondition one, RoutingCondition other) {
        assertThat(errors(one, other)).containsExactly("conditions[1].kind never-matches");
        assertThat(errors(other, one)).containsExactly("conditions[1].kind never-matches");
    }

    static Stream<Arguments> nobodySuitsBoth() {
        return Stream.of(
                arguments(asks(Kind.VIP), not(asks(Kind.VIP))),
                arguments(asks(Kind.WITHHELD), asks(Kind.VIP)),
                arguments(asks(Kind.WITHHELD), asks(Kind.BLOCKED)),
                arguments(asks(Kind.WITHHELD), asks(Kind.UNKNOWN)),
                arguments(asks(Kind.UNKNOWN), asks(Kind.TAG, "gold")),
                arguments(asks(Kind.UNKNOWN), asks(Kind.TICKET)),
                arguments(asks(Kind.DID, "4008001000"), asks(Kind.DID, "4008002000")),
                arguments(asks(Kind.DID, "4008001000"), asks(Kind.QUEUE, "sales")),
                arguments(asks(Kind.TAG, "gold"), not(asks(Kind.TAG, "gold", "silver"))),
                arguments(asks(Kind.TICKET, "repair"), not(asks(Kind.TICKET))),
                arguments(hours("09:00", "12:00"), hours("12:00", "18:00")),
                arguments(hours("09:00", "12:00"), not(hours("08:00", "13:00"))),
                arguments(hours("09:00", "12:00", Weekday.MONDAY), hours("09:00", "12:00", Weekday.FRIDAY)));
    }

    @ParameterizedTest
    @MethodSource
    void somebodySuitsBoth(RoutingCondition one, RoutingCondition other) {
        assertThat(errors(one, other)).isEmpty();
        assertThat(errors(other, one)).isEmpty();
    }

    static Stream<Arguments> somebodySuitsBoth() {
        return Stream.of(
                arguments(asks(Kind.VIP), asks(Kind.TAG, "gold")),
                arguments(asks(Kind.TAG, "gold"), asks(Kind.TAG, "silver")),
                arguments(asks(Kind.TAG, "gold", "silver"), not(asks(Kind.TAG, "gold"))),
                arguments(asks(Kind.UNKNOWN), asks(Kind.BLOCKED)),
                arguments(asks(Kind.WITHHELD), not(asks(Kind.VIP))),
                arguments(asks(Kind.DID, "4008001000", "4008002000"), asks(Kind.QUEUE, "sales")),
                arguments(hours("09:00", "12:00"), hours("11:00", "18:00")),
                arguments(hours("22:00", "06:00", Weekday.SUNDAY), hours("05:00", "07:00", Weekday.MONDAY)));
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThat(errors(asks(Kind.DID, "4008001000", "110"))).containsExactly("conditions[0].values[1] unknown-did");
        assertThat(errors(asks(Kind.QUEUE, "nowhere"))).containsExactly("conditions[0].values[0] unknown-queue");
        assertThat(errors(asks(Kind.TICKET, "happy"))).containsExactly("conditions[0].values[0] unknown-word");
        assertThat(errors(asks(Kind.TAG))).containsExactly("conditions[0].values not-empty");
        assertThat(errors(hours("09:00", "09:00"))).containsExactly("conditions[0].to never-matches");
        assertThat(errors(new RoutingCondition(Kind.HOURS, false, List.of(), List.of(), null, null, "Mars/Olympus")))
                .containsExactly("conditions[0].zone unknown-zone");
        assertThat(errors(sends("nowhere", null, true))).containsExactly("queue unknown-queue");
        assertThat(errors(sends(null, null, false))).containsExactly("queue no-effect");
        assertThat(errors(sends(null, null, true))).isEmpty();
        assertThat(errors(new RoutingRuleInput("x", true, List.of(), Refusal.BUSY, "sales", null, true)))
                .containsExactly("refuse refused-goes-nowhere");
    }

    @Test
    void aRuleBehindOneThatLetsNobodyThroughIsHidden() {
        Rule vips = rule("vips", to("sales"), true, asks(Kind.VIP));
        Rule everybody = rule("everybody", first(1), true);
        assertThat(RuleCheck.hiding(List.of(everybody), vips)).isSameAs(everybody);
        assertThat(RuleCheck.hiding(List.of(vips), everybody)).isNull();
        assertThat(RuleCheck.hiding(List.of(rule("goes on", first(1), false)), vips))
                .isNull();
        assertThat(RuleCheck.hiding(
                        List.of(rule("no", refuse(), false, asks(Kind.TAG, "a", "b"))),
                        rule("late", first(1), true, asks(Kind.VIP), asks(Kind.TAG, "b"))))
                .isNotNull();
        assertThat(RuleCheck.hiding(
                        List.of(rule("day", to("sales"), true, hours("08:00", "18:00"))),
                        rule("noon", first(1), true, hours("12:00", "13:00", Weekday.FRIDAY))))
                .isNotNull();
        assertThat(RuleCheck.hiding(
                        List.of(rule("day", to("sales"), true, hours("08:00", "18:00"))),
                        rule("evening", first(1), true, hours("17:00", "19:00"))))
                .isNull();
    }

    private static List<String> errors(RoutingCondition... conditions) {
        return errors(new RoutingRuleInput("x", true, List.of(conditions), null, null, 5, true));
    }

    private static RoutingRuleInput sends(String queue, Integer priority, boolean last) {
        return new RoutingRuleInput("x", true, List.of(), null, queue, priority, last);
    }

    private static List<String> errors(RoutingRuleInput rule) {
        return RuleCheck.errors(rule, DIDS::get, Set.of("support", "sales")::contains, Callers.HOUSE).stream()
                .map((FieldError error) -> error.field() + " " + error.code())
                .toList();
    }
}
