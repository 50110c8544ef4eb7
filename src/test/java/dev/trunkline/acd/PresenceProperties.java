package dev.trunkline.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds of an agent's state and presence together after any sequence of pages, phones, calls, wishes and time. */
class PresenceProperties {
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration DAY = Duration.ofDays(1);

    /** What happens; each takes its time. */
    enum Step {
        PAGE_OPENS,
        PAGE_GOES,
        PHONE_LOST,
        PHONE_BACK,
        WISH_AVAILABLE,
        WISH_BREAK,
        WISH_OFFLINE,
        SIGN_OUT,
        CALL,
        CALL_OVER,
        SERVICE_RESTARTS,
        A_MOMENT,
        A_WHILE
    }

    /** An agent, with a clock that stops at each moment at which something is due, as the timers do. */
    private static final class Agent {
        AgentState state = new AgentState.Offline(Instant.EPOCH);
        Presence presence = Presence.NONE;
        Instant now = Instant.EPOCH;
        Instant wished = Instant.EPOCH;
        boolean page;

        /** Until when the page may be gone; null while it is open, or there never was one. */
        @Nullable
        Instant pageGrace;

        /** Until when the phone may be unreachable; null while it is not. */
        @Nullable
        Instant phoneGrace;

        void does(Step step) {
            goes(Duration.ofSeconds(1));
            switch (step) {
                case PAGE_OPENS -> {
                    page = true;
                    pageGrace = null;
                    presence = presence.pageOpened();
                }
                case PAGE_GOES -> {
                    pageGrace = page ? now.plus(GRACE) : pageGrace;
                    page = false;
                    presence = presence.pageGone(now);
                }
                case PHONE_LOST -> {
                    phoneGrace = phoneGrace == null ? now.plus(GRACE) : phoneGrace;
                    presence = presence.phone(false, now);
                }
                case PHONE_BACK -> {
                    phoneGrace = null;
                    presence = presence.phone(true, now);
                }
                case WISH_AVAILABLE -> wish(Wish.AVAILABLE);
                case WISH_BREAK -> wish(Wish.breakFor("lunch"));
                case WISH_OFFLINE -> wish(Wish.OFFLINE);
                case SIGN_OUT -> {
                    page = false;
                    pageGrace = null;
                    presence = presence.signedOut();
                    wish(Wish.OFFLINE);
                }
                case CALL -> state = state.on(new AgentInput.Connected("c1", Duration.ofSeconds(30)), now);
                case CALL_OVER -> state = state.on(new AgentInput.CallGone("c1"), now);
                case SERVICE_RESTARTS -> {
                    boolean missed = page || pageGrace != null && now.isBefore(pageGrace);
                    pageGrace = missed ? now.plus(GRACE) : pageGrace;
                    page = false;
                    phoneGrace = phoneGrace == null ? null : now.plus(GRACE);
                    presence = Presence.kept(presence.pageOpen(), presence.pageGoneSince())
                            .restarted(now)
                            .phone(phoneGrace == null, now);
                }
                case A_MOMENT -> goes(Duration.ofSeconds(20));
                case A_WHILE -> goes(GRACE.multipliedBy(2));
            }
            goes(Duration.ZERO);
        }

        void wish(Wish wish) {
            wished = now;
            phoneGrace = phoneGrace == null ? null : now.plus(GRACE);
            state = state.on(new AgentInput.Wished(wish), now);
            presence = presence.wished(now);
        }

        void goes(Duration time) {
            Instant until = now.plus(time);
            while (true) {
                Instant due = presence.due(GRACE);
                Instant wrapUp = state instanceof AgentState.WrapUp it ? it.until() : null;
                Instant next = due == null ? wrapUp : wrapUp == null || due.isBefore(wrapUp) ? due : wrapUp;
                if (next == null || next.isAfter(until)) {
                    now = until;
                    return;
                }
                now = next.isAfter(now) ? next : now;
                if (next.equals(due)) {
                    AgentInput.SetAside aside = Objects.requireNonNull(presence.setAside());
                    presence = presence.actedOn();
                    state = state.on(aside, now);
                } else {
                    state = state.on(new AgentInput.Tick(), now);
                }
            }
        }
    }

    @Property
    void nobodyIsOfferedCallsWithoutPageOrPhoneForLongerThanTheGrace(@ForAll("steps") List<Step> steps) {
        Agent agent = new Agent();
        for (Step step : steps) {
            agent.does(step);
            if (agent.state.wish().equals(Wish.AVAILABLE)) {
                Instant page = agent.pageGrace;
                Instant phone = agent.phoneGrace;
                boolean wishedWithoutPage = page != null && !agent.wished.isBefore(page);
                boolean pageCounts = page != null && !wishedWithoutPage;
                if (pageCounts) {
                    assertThat(agent.now).isBefore(page);
                } else if (phone != null) {
                    assertThat(agent.now).isBefore(phone);
                }
            }
        }
    }

    @Property
    void whoHasPageAndPhoneIsNeverSetAside(@ForAll("steps") List<Step> steps) {
        Agent agent = new Agent();
        steps.forEach(agent::does);
        reachable(agent);
        agent.does(Step.WISH_AVAILABLE);
        agent.goes(DAY);
        assertThat(agent.state.wish()).isEqualTo(Wish.AVAILABLE);
    }

    /** A page opened, a phone back, the call over, one click: calls come, whatever was before, and go on coming. */
    @Property
    void nobodyIsUnreachableForEver(@ForAll("steps") List<Step> steps) {
        Agent agent = new Agent();
        steps.forEach(agent::does);
        reachable(agent);
        agent.does(Step.CALL_OVER);
        agent.does(Step.WISH_AVAILABLE);
        agent.goes(DAY);
        assertThat(Standing.of(agent.state)).isEqualTo(Standing.READY);
    }

    @Property
    void whoNeverHadAPageIsNotMissed(@ForAll("steps") List<Step> steps) {
        Agent agent = new Agent();
        for (Step step : steps) {
            if (step != Step.PAGE_OPENS) {
                agent.does(step);
            }
            assertThat(agent.state.wish().reason()).isNotEqualTo(BreakReasons.AWAY);
        }
    }

    /** A page that is loaded again, and a phone that registers anew, cost nobody anything. */
    @Property
    void aReloadSetsNobodyAside(@ForAll("steps") List<Step> steps) {
        Agent agent = new Agent();
        steps.forEach(agent::does);
        reachable(agent);
        agent.does(Step.WISH_AVAILABLE);
        for (int i = 0; i < 100; i++) {
            agent.does(Step.PAGE_GOES);
            agent.does(Step.PHONE_LOST);
            agent.goes(Duration.ofSeconds(10));
            reachable(agent);
            assertThat(agent.state.wish()).isEqualTo(Wish.AVAILABLE);
        }
    }

    private static void reachable(Agent agent) {
        agent.does(Step.PAGE_OPENS);
        agent.does(Step.PHONE_BACK);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMaxSize(40);
    }
}
