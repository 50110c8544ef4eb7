package dev.trunkline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.routing.RoutingCondition.Kind;
import dev.trunkline.service.Ticket;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.phone.PhoneIdentity;
import dev.trunkline.shared.phone.PhoneNumbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every list of rules and every caller, whatever the caller sends. */
class RoutingProperties {
    private static final List<String> VALUES = List.of("a", "b", "support", "sales", "4008001000", "4008002000");
    private static final PhoneNumbers NUMBERS = new PhoneNumbers("CN");

    /** There is a route for everybody, within its limits, and a reason for whatever is not as usual. */
    @Property(tries = 2000)
    void thereIsAlwaysARoute(
            @ForAll String from, @ForAll String did, @ForAll @IntRange(max = 8) int size, @ForAll long seed) {
        Random dice = new Random(seed);
        List<Rule> rules = rules(size, dice);
        Caller caller = caller(from, did, dice);
        Router.Decision decision = Router.decide(rules, caller, queue -> dice.nextBoolean());
        Route route = decision.route();
        assertThat(route.priority()).isBetween(0, Route.HIGHEST);
        assertThat(route.refusal() == null || (route.queue() == null && route.priority() == 0))
                .isTrue();
        assertThat(decision.trials()).extracting(Router.Trial::rule).isEqualTo(rules);
        if (route.queue() != null || route.priority() != 0 || route.refusal() != null) {
            assertThat(route.reasons()).isNotEmpty();
        }
    }

    /** Only rules that suit decide; a rule that has the last word is followed by none that is tried. */
    @Property(tries = 2000)
    void rulesAreTriedInOrderUntilOneHasTheLastWord(@ForAll @IntRange(max = 8) int size, @ForAll long seed) {
        Random dice = new Random(seed);
        List<Rule> rules = rules(size, dice);
        Caller caller = caller("13800138000", "4008001000", dice);
        Router.Decision decision = Router.decide(rules, caller, queue -> true);
        boolean over = false;
        for (Router.Trial trial : decision.trials()) {
            boolean suits = trial.rule().against(caller).isEmpty();
            assertThat(trial.verdict())
                    .isEqualTo(over ? RoutingVerdict.NOT_TRIED : suits ? RoutingVerdict.SUITS : RoutingVerdict.MISSED);
            over |= suits && trial.rule().ends();
        }
        // What a rule after the last word would say changes nothing.
        List<Rule> tried = decision.trials().stream()
                .filter(trial -> trial.verdict() != RoutingVerdict.NOT_TRIED)
                .map(Router.Trial::rule)
                .toList();
        assertThat(Router.decide(tried, caller, queue -> true).route()).isEqualTo(decision.route());
    }

    /** Queue and priority are each what the first rule that suits says of it. */
    @Property(tries = 2000)
    void theFirstWordCounts(@ForAll @IntRange(max = 8) int size, @ForAll long seed) {
        Random dice = new Random(seed);
        List<Rule> rules = rules(size, dice);
        Caller caller = caller("13800138000", "4008001000", dice);
        Router.Decision decision = Router.decide(rules, caller, queue -> true);
        if (decision.route().refusal() == null) {
            List<Action.Send> sends = decision.trials().stream()
                    .filter(trial -> trial.verdict() == RoutingVerdict.SUITS)
                    .map(trial -> (Action.Send) trial.rule().action())
                    .toList();
            assertThat(decision.route().queue())
                    .isEqualTo(sends.stream()
                            .map(Action.Send::queue)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null));
            assertThat(decision.route().priority())
                    .isEqualTo(sends.stream()
                            .map(Action.Send::priority)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(0));
        }
    }

    /** A rule that is said to be hidden decides about nobody. */
    @Property(tries = 2000)
    void whatIsCalledHiddenIsNeverTriedForWhomItSuits(@ForAll @IntRange(max = 6) int size, @ForAll long seed) {
        Random dice = new Random(seed);
        List<Rule> before = rules(size, dice);
        Rule rule = rules(1, dice).getFirst();
        if (RuleCheck.hiding(before, rule) != null) {
            List<Rule> all = new ArrayList<>(before);
            all.add(rule);
            for (int i = 0; i < 20; i++) {
                Caller caller = caller("13800138000", "4008001000", dice);
                RoutingVerdict last = Router.decide(all, caller, queue -> true)
                        .trials()
                        .getLast()
                        .verdict();
                assertThat(last).isNotEqualTo(RoutingVerdict.SUITS);
            }
        }
    }

    private static List<Rule> rules(int size, Random dice) {
        return IntStream.range(0, size)
                .mapToObj(i -> Callers.rule(
                        "rule " + i,
                        dice.nextInt(6) == 0
                                ? new Action.Refuse(pick(List.of(Refusal.values()), dice))
                                : new Action.Send(
                                        dice.nextBoolean() ? pick(VALUES, dice) : null,
                                        dice.nextBoolean() ? dice.nextInt(Route.HIGHEST + 1) : null),
                        dice.nextBoolean(),
                        IntStream.range(0, dice.nextInt(3))
                                .mapToObj(n -> condition(dice))
                                .toArray(RoutingCondition[]::new)))
                .toList();
    }

    private static RoutingCondition condition(Random dice) {
        Kind kind = pick(List.of(Kind.values()), dice);
        List<String> values = switch (kind) {
            case TAG, DID, QUEUE -> List.of(pick(VALUES, dice));
            case TICKET ->
                dice.nextBoolean() ? List.of() : List.of(Words.of(pick(List.of(Ticket.Type.values()), dice)));
            case BLOCKED, WITHHELD, UNKNOWN, VIP, OWNED, HOURS -> List.of();
        };
        return new RoutingCondition(
                kind,
                dice.nextBoolean(),
                values,
                dice.nextBoolean() ? List.of() : List.of(pick(List.of(Weekday.values()), dice)),
                "%02d:00".formatted(dice.nextInt(12)),
                "%02d:30".formatted(dice.nextInt(24)),
                pick(List.of("Asia/Shanghai", "America/New_York"), dice));
    }

    private static Caller caller(String from, String did, Random dice) {
        PhoneIdentity number = NUMBERS.normalise(dice.nextInt(5) == 0 ? null : from, "CN");
        List<Caller.Known> customers = number.key() == null
                ? List.of()
                : IntStream.range(0, dice.nextInt(3))
                        .mapToObj(i -> new Caller.Known(
                                new UUID(0, i),
                                "Somebody",
                                dice.nextBoolean(),
                                dice.nextBoolean() ? Set.of() : Set.of(pick(VALUES, dice)),
                                dice.nextBoolean() ? null : "Somebody else",
                                dice.nextBoolean() ? Set.of() : Set.of(pick(List.of(Ticket.Type.values()), dice))))
                        .toList();
        return new Caller(
                number,
                number.key() != null && dice.nextInt(4) == 0,
                customers,
                did,
                dice.nextBoolean() ? null : pick(VALUES, dice),
                null,
                null,
                Instant.ofEpochSecond(dice.nextInt()));
    }

    private static <T> T pick(List<T> from, Random dice) {
        return from.get(dice.nextInt(from.size()));
    }
}
