package dev.trunkline.acd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.acd.AgentInput.CallGone;
import dev.trunkline.acd.AgentInput.Connected;
import dev.trunkline.acd.AgentInput.Disconnected;
import dev.trunkline.acd.AgentInput.MoreWrapUp;
import dev.trunkline.acd.AgentInput.OfferEnd;
import dev.trunkline.acd.AgentInput.OfferEnded;
import dev.trunkline.acd.AgentInput.Offered;
import dev.trunkline.acd.AgentInput.PhoneBusy;
import dev.trunkline.acd.AgentInput.PhoneFree;
import dev.trunkline.acd.AgentInput.SetAside;
import dev.trunkline.acd.AgentInput.Tick;
import dev.trunkline.acd.AgentInput.Wished;
import dev.trunkline.acd.AgentInput.WrapUpDone;
import dev.trunkline.acd.AgentState.Available;
import dev.trunkline.acd.AgentState.Offline;
import dev.trunkline.acd.AgentState.OnBreak;
import dev.trunkline.acd.AgentState.OnCall;
import dev.trunkline.acd.AgentState.Ringing;
import dev.trunkline.acd.AgentState.WrapUp;
import dev.trunkline.acd.Engagement.Allowance;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgentStateTest {
    private static final Instant T0 = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration WRAP = Duration.ofSeconds(30);
    private static final Wish LUNCH = Wish.breakFor("lunch");

    private Instant now = T0;
    private AgentState state = new Available(T0, 0);

    @Test
    void aQueueCallEndsInWrapUpAndThenAvailable() {
        after(new Offered("c1"));
        assertThat(state).isInstanceOf(Ringing.class);
        assertThat(Standing.of(state)).isEqualTo(Standing.READY);

        after(new OfferEnded("c1", OfferEnd.TAKEN, 2));
        after(new Connected("c1", WRAP));
        assertThat(state).isInstanceOf(OnCall.class);
        assertThat(Standing.of(state)).isEqualTo(Standing.paused("wrap-up"));

        after(new Disconnected("c1"));
        assertThat(state).isEqualTo(new WrapUp(now, now.plus(WRAP), "c1", Wish.AVAILABLE, new Allowance(WRAP, 0)));
        assertThat(Standing.of(state)).isEqualTo(Standing.paused("wrap-up"));

        now = now.plus(WRAP).minusSeconds(2);
        after(new Tick());
        assertThat(state).isInstanceOf(WrapUp.class);
        after(new Tick());
        assertThat(state).isEqualTo(new Available(now, 0));
    }

    @Test
    void aBreakWishedDuringTheCallFollowsTheWrapUp() {
        after(new Connected("c1", WRAP));
        after(new Wished(LUNCH));
        assertThat(state).isInstanceOf(OnCall.class);

        after(new Disconnected("c1"));
        after(new WrapUpDone("c1"));

        assertThat(state).isEqualTo(new OnBreak(now, "lunch", null));
    }

    @Test
    void aWishEndsTheWrapUpAtOnce() {
        after(new Connected("c1", WRAP));
        after(new Disconnected("c1"));
        after(new Wished(Wish.OFFLINE));

        assertThat(state).isEqualTo(new Offline(now));
        assertThat(Standing.of(state)).isEqualTo(Standing.OUT);
    }

    @Test
    void wrapUpFinishedDuringTheCallIsNotAskedForAgain() {
        after(new Connected("c1", WRAP));
        after(new WrapUpDone("c1"));
        after(new Disconnected("c1"));

        assertThat(state).isEqualTo(new Available(now, 0));
    }

    @Test
    void moreWrapUpStartsTheTimeAnew() {
        after(new Connected("c1", WRAP));
        after(new Disconnected("c1"));
        after(new MoreWrapUp());

        assertThat(state)
                .isInstanceOfSatisfying(
                        WrapUp.class, wrapUp -> assertThat(wrapUp.until()).isEqualTo(now.plus(WRAP)));
    }

    @Test
    void moreWrapUpIsThatOfTheCallsQueueAndEndsAfterThreeTimes() {
        after(new Connected("c1", Duration.ofSeconds(7)));
        after(new PhoneBusy("c2", false));
        after(new Disconnected("c1"));
        after(new PhoneFree("c2"));
        for (int i = 0; i < 9; i++) {
            after(new MoreWrapUp());
        }

        Instant third = now.minusSeconds(6);
        assertThat(state)
                .isInstanceOfSatisfying(
                        WrapUp.class, wrapUp -> assertThat(wrapUp.until()).isEqualTo(third.plusSeconds(7)));
        after(new PhoneBusy("c3", true));
        after(new PhoneFree("c3"));
        after(new Tick());
        assertThat(state).isEqualTo(new Available(now.minusSeconds(1), 0));
    }

    @Test
    void whoHasNoPageIsSetAsideAtRestAtOnceAndElseAfterCallAndWrapUp() {
        Instant gone = now.minusSeconds(60);
        after(new SetAside("away", gone));
        assertThat(state).isEqualTo(new OnBreak(now, "away", gone));
        assertThat(Standing.of(state)).isEqualTo(Standing.paused("away"));

        after(new Wished(Wish.AVAILABLE));
        after(new Connected("c1", WRAP));
        after(new SetAside("away", gone));
        assertThat(state).isInstanceOf(OnCall.class);
        after(new Disconnected("c1"));
        assertThat(state).isInstanceOf(WrapUp.class);
        now = now.plus(WRAP);
        after(new Tick());
        assertThat(state).isEqualTo(new OnBreak(now, "away", gone));
    }

    @Test
    void whoIsAsideInWrapUpMayFinishIt() {
        after(new Connected("c1", WRAP));
        after(new Disconnected("c1"));
        after(new SetAside("phone", T0));
        assertThat(state)
                .isInstanceOfSatisfying(
                        WrapUp.class, it -> assertThat(it.wish().goneSince()).isEqualTo(T0));
        after(new WrapUpDone("c1"));
        assertThat(state).isEqualTo(new OnBreak(now, "phone", T0));
    }

    @Test
    void aBreakOrASignOutStaysWhatItIsWithoutAPage() {
        after(new Wished(LUNCH));
        AgentState lunch = state;
        after(new SetAside("away", T0));
        assertThat(state).isEqualTo(lunch);

        after(new Wished(Wish.OFFLINE));
        AgentState offline = state;
        after(new SetAside("away", T0));
        assertThat(state).isEqualTo(offline);
    }

    @Test
    void aMissedOfferIsCountedAndTheSecondInARowSetsTheAgentAside() {
        miss("c1");
        assertThat(state).isEqualTo(new Available(now, 1));

        miss("c2");
        assertThat(state).isEqualTo(new OnBreak(now, "missed", null));
    }

    @Test
    void aTakenOfferOrAWishForgivesTheMissedOnes() {
        miss("c1");
        after(new Wished(Wish.AVAILABLE));
        assertThat(state)
                .isInstanceOfSatisfying(
                        Available.class,
                        available -> assertThat(available.missed()).isZero());

        miss("c2");
        after(new Offered("c3"));
        after(new Connected("c3", Duration.ZERO));
        after(new Disconnected("c3"));
        assertThat(state).isEqualTo(new Available(now, 0));
    }

    @Test
    void withoutALimitNobodyIsSetAside() {
        for (int i = 0; i < 9; i++) {
            after(new Offered("c" + i));
            after(new OfferEnded("c" + i, OfferEnd.MISSED, 0));
        }
        assertThat(state).isEqualTo(new Available(now, 9));
    }

    @Test
    void aCallerWhoGivesUpIsNotTheAgentsFault() {
        after(new Offered("c1"));
        after(new OfferEnded("c1", OfferEnd.WITHDRAWN, 1));
        assertThat(state).isEqualTo(new Available(now, 0));
    }

    @Test
    void anAgentOnBreakWhoDialsIsBackOnBreakAfterwards() {
        state = new OnBreak(T0, "lunch", null);
        after(new PhoneBusy("c1", false));
        assertThat(state).isInstanceOf(OnCall.class);
        assertThat(Standing.of(state)).isEqualTo(Standing.paused("lunch"));

        after(new PhoneFree("c1"));
        assertThat(state).isEqualTo(new OnBreak(now, "lunch", null));
    }

    @Test
    void aCallDuringWrapUpLeavesTheRestOfItForAfterwards() {
        after(new Connected("c1", WRAP));
        after(new Disconnected("c1"));
        now = now.plusSeconds(9);
        after(new PhoneBusy("c2", true));
        assertThat(state).isInstanceOf(Ringing.class);
        now = now.plusSeconds(60);
        after(new PhoneFree("c2"));

        assertThat(state).isEqualTo(new WrapUp(now, now.plusSeconds(20), "c1", Wish.AVAILABLE, new Allowance(WRAP, 0)));
    }

    @Test
    void twoCallsAtOnceEndInRestOnlyWhenBothAreOver() {
        after(new Connected("c1", WRAP));
        after(new PhoneBusy("c2", false));
        after(new Disconnected("c1"));
        assertThat(state).isInstanceOf(OnCall.class);
        after(new CallGone("c2"));
        assertThat(state).isInstanceOf(WrapUp.class);
    }

    @Test
    void newsOfUnknownCallsChangesNothing() {
        AgentState before = state;
        after(new Disconnected("x"));
        after(new PhoneFree("x"));
        after(new CallGone("x"));
        after(new OfferEnded("x", OfferEnd.MISSED, 1));
        after(new WrapUpDone("x"));
        assertThat(state).isEqualTo(before);
    }

    private void miss(String call) {
        after(new Offered(call));
        after(new OfferEnded(call, OfferEnd.MISSED, 2));
    }

    private void after(AgentInput input) {
        now = now.plusSeconds(1);
        state = state.on(input, now);
    }
}
