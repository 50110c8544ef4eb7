package dev.trunkline.acd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.acd.AgentState.Busy;
import dev.trunkline.acd.AgentState.Resting;
import dev.trunkline.acd.AgentState.WrapUp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds after any sequence of inputs, whatever their order, doubles and gaps. */
class AgentStateProperties {
    private static final Instant T0 = Instant.parse("2026-11-22T08:00:00Z");
    private static final List<Wish> WISHES = List.of(Wish.AVAILABLE, Wish.OFFLINE, Wish.breakFor("lunch"));

    @Property
    void busyExactlyWhileACallIsOpen(@ForAll("inputs") List<AgentInput> inputs) {
        Set<String> open = new HashSet<>();
        Set<String> ringing = new HashSet<>();
        AgentState state = new AgentState.Offline(T0);
        Instant now = T0;
        for (AgentInput input : inputs) {
            now = now.plusSeconds(1);
            state = state.on(input, now);
            follow(input, open, ringing);
            if (state instanceof Busy busy) {
                assertThat(busy.engagement().calls().keySet()).isEqualTo(open);
                assertThat(state instanceof AgentState.Ringing).isEqualTo(ringing.containsAll(open));
            } else {
                assertThat(open).isEmpty();
            }
        }
    }

    /** Once every call is gone and the wrap-up's time is over, the agent is what was wished last. */
    @Property
    void neverStuckAndTheLastWishIsDone(@ForAll("inputs") List<AgentInput> inputs) {
        AgentState state = new AgentState.Offline(T0);
        Wish wished = Wish.OFFLINE;
        Instant now = T0;
        for (AgentInput input : inputs) {
            now = now.plusSeconds(1);
            state = state.on(input, now);
            if (input instanceof AgentInput.Wished wish) {
                wished = wish.wish();
            } else if (input instanceof AgentInput.SetAside aside) {
                wished = wished.setAside(aside);
            } else if (setAside(state)) {
                wished = state.wish();
            }
            assertThat(state.wish()).isEqualTo(wished);
            assertThat(state.since()).isBetween(T0, now);
        }
        for (String call : List.of("c1", "c2", "c3")) {
            state = state.on(new AgentInput.CallGone(call), now);
        }
        if (state instanceof WrapUp wrapUp) {
            state = state.on(new AgentInput.Tick(), wrapUp.until());
        }
        assertThat(state).isInstanceOf(Resting.class);
        assertThat(state.wish()).isEqualTo(wished);
    }

    /** Whatever happened, even having been set aside: one wish, and calls come again as soon as nothing is in the way. */
    @Property
    void neverUnreachableForEver(@ForAll("inputs") List<AgentInput> inputs) {
        AgentState state = new AgentState.Offline(T0);
        Instant now = T0;
        for (AgentInput input : inputs) {
            now = now.plusSeconds(1);
            state = state.on(input, now);
        }
        state = state.on(new AgentInput.Wished(Wish.AVAILABLE), now);
        for (String call : List.of("c1", "c2", "c3")) {
            state = state.on(new AgentInput.CallGone(call), now);
        }
        if (state instanceof WrapUp wrapUp) {
            state = state.on(new AgentInput.Tick(), wrapUp.until());
        }
        assertThat(Standing.of(state)).isEqualTo(Standing.READY);
    }

    /** A wrap-up ends, however often more of it is asked for. */
    @Property
    void wrapUpIsBounded(@ForAll("inputs") List<AgentInput> inputs) {
        AgentState state = new AgentState.Available(T0, 0);
        Instant now = T0;
        for (AgentInput input : inputs) {
            now = now.plusSeconds(1);
            state = state.on(input, now);
            if (state instanceof WrapUp wrapUp) {
                assertThat(wrapUp.allowance().extensions()).isBetween(0, Engagement.Allowance.MOST_EXTENSIONS);
                assertThat(wrapUp.until())
                        .isBeforeOrEqualTo(now.plus(wrapUp.allowance().limit()));
            }
        }
    }

    @Property
    void offeredCallsOnlyWhenAvailableIsWished(@ForAll("inputs") List<AgentInput> inputs) {
        AgentState state = new AgentState.Offline(T0);
        Instant now = T0;
        for (AgentInput input : inputs) {
            now = now.plusSeconds(1);
            state = state.on(input, now);
            if (Standing.of(state).equals(Standing.READY)) {
                assertThat(state.wish()).isEqualTo(Wish.AVAILABLE);
                assertThat(state).isNotInstanceOf(WrapUp.class);
            }
        }
    }

    private static boolean setAside(AgentState state) {
        return state.wish().equals(Wish.breakFor(BreakReasons.MISSED));
    }

    private static void follow(AgentInput input, Set<String> open, Set<String> ringing) {
        switch (input) {
            case AgentInput.Offered offered -> ring(offered.callId(), open, ringing);
            case AgentInput.PhoneBusy phone when phone.ringing() -> ring(phone.callId(), open, ringing);
            case AgentInput.PhoneBusy phone -> use(phone.callId(), open, ringing);
            case AgentInput.Connected connected -> use(connected.callId(), open, ringing);
            case AgentInput.OfferEnded ended
            when ringing.contains(ended.callId()) -> {
                ringing.remove(ended.callId());
                if (ended.end() != AgentInput.OfferEnd.TAKEN) {
                    open.remove(ended.callId());
                }
            }
            case AgentInput.Disconnected gone -> drop(gone.callId(), open, ringing);
            case AgentInput.PhoneFree gone -> drop(gone.callId(), open, ringing);
            case AgentInput.CallGone gone -> drop(gone.callId(), open, ringing);
            default -> {}
        }
    }

    private static void ring(String call, Set<String> open, Set<String> ringing) {
        if (open.add(call)) {
            ringing.add(call);
        }
    }

    private static void use(String call, Set<String> open, Set<String> ringing) {
        open.add(call);
        ringing.remove(call);
    }

    private static void drop(String call, Set<String> open, Set<String> ringing) {
        open.remove(call);
        ringing.remove(call);
    }

    @Provide
    Arbitrary<List<AgentInput>> inputs() {
        Arbitrary<String> calls = Arbitraries.of("c1", "c2", "c3");
        Arbitrary<Duration> wrapUps = Arbitraries.of(Duration.ZERO, Duration.ofSeconds(3), Duration.ofSeconds(30));
        Arbitrary<AgentInput> input = Arbitraries.oneOf(
                Arbitraries.of(WISHES).map(AgentInput.Wished::new),
                calls.map(AgentInput.Offered::new),
                Combinators.combine(
                                calls,
                                Arbitraries.of(AgentInput.OfferEnd.class),
                                Arbitraries.integers().between(0, 2))
                        .as(AgentInput.OfferEnded::new),
                Combinators.combine(calls, wrapUps).as(AgentInput.Connected::new),
                calls.map(AgentInput.Disconnected::new),
                Combinators.combine(calls, Arbitraries.of(true, false)).as(AgentInput.PhoneBusy::new),
                calls.map(AgentInput.PhoneFree::new),
                calls.map(AgentInput.CallGone::new),
                calls.map(AgentInput.WrapUpDone::new),
                Arbitraries.of(BreakReasons.AWAY, BreakReasons.PHONE).map(why -> new AgentInput.SetAside(why, T0)),
                Arbitraries.just(new AgentInput.MoreWrapUp()),
                Arbitraries.just(new AgentInput.Tick()));
        return input.list().ofMaxSize(60);
    }
}
