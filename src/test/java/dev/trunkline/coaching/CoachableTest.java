package dev.trunkline.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.trunkline.acd.AgentView;
import dev.trunkline.call.Call;
import dev.trunkline.coaching.Coachable.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be done with a call as it stands, and by whom. */
class CoachableTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final UUID NORTH = new UUID(0, 1);
    private static final UUID SOUTH = new UUID(0, 2);
    private static final AgentView WEI = agent("1001", NORTH, "on-call");
    private static final AgentView ANNA = agent("1002", SOUTH, "on-call");
    private static final AgentView LINA = agent("1005", NORTH, "offline");
    private static final List<AgentView> ALL = List.of(WEI, ANNA, LINA);
    private static final Reach LEAD = new Reach(false, NORTH, "1005");
    private static final Reach BOSS = new Reach(true, null, "1009");

    private static final Call.Leg CUSTOMER = leg("c", null, "b", AT);
    private static final Call.Leg AGENT = leg("a", "1001", "b", AT);
    private static final Call.Leg OTHER = leg("o", "1002", "b", AT);

    static Stream<Arguments> calls() {
        return Stream.of(
                arguments("in talk", LEAD, talk(CUSTOMER, AGENT), null, new Verdict.Allowed(WEI, AGENT)),
                arguments("named", LEAD, talk(CUSTOMER, AGENT), "1001", new Verdict.Allowed(WEI, AGENT)),
                arguments(
                        "nobody talks yet",
                        LEAD,
                        call(List.of(CUSTOMER, AGENT), List.of()),
                        null,
                        no(Refusal.NOT_IN_TALK)),
                arguments("somebody else is meant", LEAD, talk(CUSTOMER, AGENT), "1002", no(Refusal.NOT_IN_TALK)),
                arguments(
                        "the agent's phone has gone", LEAD, talk(CUSTOMER, gone(AGENT)), null, no(Refusal.NOT_IN_TALK)),
                arguments("alone", LEAD, talk(CUSTOMER, leg("a", "1001", null, AT)), null, no(Refusal.NOT_IN_TALK)),
                arguments("two agents", BOSS, talk(CUSTOMER, AGENT, OTHER), null, no(Refusal.SEVERAL_AGENTS)),
                arguments("one of two", BOSS, talk(CUSTOMER, AGENT, OTHER), "1002", new Verdict.Allowed(ANNA, OTHER)),
                arguments("another team's", LEAD, talk(CUSTOMER, AGENT, OTHER), "1002", new Verdict.NotYours()),
                arguments(
                        "nobody's agent",
                        LEAD,
                        talk(CUSTOMER, leg("x", "1099", "b", AT)),
                        null,
                        new Verdict.NotYours()),
                arguments(
                        "one's own",
                        new Reach(false, NORTH, "1001"),
                        talk(CUSTOMER, AGENT),
                        null,
                        no(Refusal.OWN_CALL)),
                arguments(
                        "of no team",
                        new Reach(false, null, "1005"),
                        talk(CUSTOMER, AGENT),
                        null,
                        new Verdict.NotYours()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void the_agents_leg_is_one_in_talk_of_an_agent_one_answers_for(
            String what, Reach who, Call call, @Nullable String wanted, Verdict verdict) {
        assertThat(Coachable.agent(who, ALL, call, wanted)).isEqualTo(verdict);
    }

    static Stream<Arguments> phones() {
        return Stream.of(
                arguments(LINA, null),
                arguments(agent("1005", NORTH, "available"), null),
                arguments(agent("1005", NORTH, "wrap-up"), null),
                arguments(agent("1005", NORTH, "ringing"), Refusal.YOUR_PHONE_IN_USE),
                arguments(agent("1005", NORTH, "on-call"), Refusal.YOUR_PHONE_IN_USE),
                arguments(agent("1005", NORTH, "break", false), Refusal.YOUR_PHONE_UNREACHABLE));
    }

    @ParameterizedTest
    @MethodSource("phones")
    void the_coachs_phone_is_free_and_can_be_rung(AgentView coach, @Nullable Refusal why) {
        assertThat(Coachable.phone(LEAD, List.of(WEI, coach)).orElse(null)).isEqualTo(why);
    }

    @Test
    void without_a_phone_nobody_coaches() {
        assertThat(Coachable.phone(new Reach(true, null, null), ALL)).contains(Refusal.NO_PHONE);
    }

    @Test
    void the_party_is_the_one_at_the_other_end() {
        assertThat(Coachable.party(talk(CUSTOMER, AGENT), AGENT)).contains(CUSTOMER);
        assertThat(Coachable.party(talk(CUSTOMER, AGENT, OTHER), AGENT)).isEmpty();
        assertThat(Coachable.party(talk(gone(CUSTOMER), AGENT), AGENT)).isEmpty();
    }

    @Test
    void who_waits_is_the_caller_and_not_a_phone_that_rings() {
        Call.Leg waits = leg("c", null, null, AT);
        Call.Leg rings = leg("a", "1001", null, null);
        assertThat(Coachable.waiting(queued(null, waits, rings))).contains(waits);
        assertThat(Coachable.waiting(queued(AT, waits, rings))).isEmpty();
        assertThat(Coachable.waiting(talk(CUSTOMER, AGENT))).isEmpty();
    }

    @Test
    void a_queue_is_of_the_team_that_serves_it_or_of_anybody() {
        assertThat(LEAD.answersFor("support", ALL)).isTrue();
        assertThat(LEAD.answersFor("nobodys", ALL)).isTrue();
        assertThat(new Reach(false, SOUTH, null).answersFor("support", List.of(WEI)))
                .isFalse();
        assertThat(BOSS.answersFor("support", List.of(WEI))).isTrue();
    }

    private static Verdict no(Refusal why) {
        return new Verdict.Refused(why);
    }

    private static AgentView agent(String extension, UUID team, String state) {
        return agent(extension, team, state, true);
    }

    private static AgentView agent(String extension, UUID team, String state, boolean reachable) {
        return new AgentView(
                new UUID(9, Long.parseLong(extension)),
                extension,
                "Agent " + extension,
                extension,
                team,
                null,
                state,
                AT,
                null,
                reachable,
                List.of("support"),
                null);
    }

    private static Call.Leg leg(
            String id, @Nullable String party, @Nullable String bridge, @Nullable Instant answeredAt) {
        return new Call.Leg(
                id,
                "PJSIP/" + (party == null ? "lab" : party) + "-0000000" + Math.floorMod(id.hashCode(), 10),
                party,
                party == null,
                AT,
                null,
                null,
                answeredAt,
                null,
                null,
                null,
                null,
                bridge,
                null);
    }

    private static Call.Leg gone(Call.Leg leg) {
        return new Call.Leg(
                leg.id(), leg.channel(), leg.party(), leg.entered(), AT, null, null, AT, AT, 16, null, null, null, AT);
    }

    private static Call talk(Call.Leg... legs) {
        return call(
                List.of(legs),
                Stream.of(legs)
                        .filter(leg -> leg.party() != null)
                        .map(leg -> new Call.Segment(String.valueOf(leg.party()), leg.id(), AT, null))
                        .toList());
    }

    private static Call call(List<Call.Leg> legs, List<Call.Segment> segments, Call.Visit... visits) {
        return new Call(
                "c",
                "pbx1",
                Call.Direction.INBOUND,
                "13800138000",
                null,
                false,
                "4008001000",
                AT,
                null,
                null,
                null,
                null,
                null,
                legs,
                List.of(visits),
                segments,
                List.of(),
                List.of(),
                List.of(),
                false,
                null);
    }

    private static Call queued(@Nullable Instant leftAt, Call.Leg... legs) {
        Call.Offer offer = new Call.Offer("1001", "a", AT, null, null);
        return call(List.of(legs), List.of(), new Call.Visit("support", AT, leftAt, null, List.of(offer)));
    }
}
