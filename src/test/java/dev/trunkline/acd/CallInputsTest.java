package dev.trunkline.acd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.acd.CallInputs.Addressed;
import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Leg;
import dev.trunkline.call.Call.OfferOutcome;
import dev.trunkline.call.CallChange;
import dev.trunkline.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallInputsTest {
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");
    private static final Call CALL = Calls.inQueue("c1", "support");

    @Test
    void offersAndTalksAreTheAgents() {
        assertThat(of(Calls.offered(CALL, "1001"))).contains(new Addressed("1001", new AgentInput.Offered("c1")));
        assertThat(of(Calls.connected(CALL, "1001")))
                .contains(new Addressed("1001", new AgentInput.Connected("c1", Duration.ofSeconds(30))));
        assertThat(of(Calls.disconnected(CALL, "1001")))
                .contains(new Addressed("1001", new AgentInput.Disconnected("c1")));
    }

    @Test
    void anOfferThatBusyOrSilenceEndedIsMissedAndOneTakenAwayIsNot() {
        assertThat(end(OfferOutcome.NO_ANSWER)).isEqualTo(AgentInput.OfferEnd.MISSED);
        assertThat(end(OfferOutcome.BUSY)).isEqualTo(AgentInput.OfferEnd.MISSED);
        assertThat(end(OfferOutcome.ANSWERED)).isEqualTo(AgentInput.OfferEnd.TAKEN);
        assertThat(end(OfferOutcome.WITHDRAWN)).isEqualTo(AgentInput.OfferEnd.WITHDRAWN);
    }

    @Test
    void aPhoneRingsUntilItIsAnswered() {
        assertThat(of(new CallChange.PhoneBusy(Ids.next(), CALL, AT, leg("1001", AT, null))))
                .contains(new Addressed("1001", new AgentInput.PhoneBusy("c1", true)));
        assertThat(of(new CallChange.PhoneBusy(Ids.next(), CALL, AT, leg("1001", AT, AT))))
                .contains(new Addressed("1001", new AgentInput.PhoneBusy("c1", false)));
        assertThat(of(new CallChange.PhoneFree(Ids.next(), CALL, AT, leg("1001", AT, AT))))
                .contains(new Addressed("1001", new AgentInput.PhoneFree("c1")));
    }

    @Test
    void newsOfNoAgentAreNobodys() {
        assertThat(of(new CallChange.PhoneBusy(Ids.next(), CALL, AT, leg(null, AT, null))))
                .isEmpty();
        assertThat(of(new CallChange.Started(Ids.next(), CALL, AT))).isEmpty();
        assertThat(of(new CallChange.Updated(Ids.next(), CALL, AT))).isEmpty();
        assertThat(of(Calls.ended(CALL))).isEmpty();
    }

    private static AgentInput.OfferEnd end(OfferOutcome outcome) {
        return switch (of(Calls.offerEnded(CALL, "1001", outcome)).orElseThrow().input()) {
            case AgentInput.OfferEnded ended -> ended.end();
            default -> throw new AssertionError("not the end of an offer");
        };
    }

    private static Optional<Addressed> of(CallChange change) {
        return CallInputs.of(change, queue -> Duration.ofSeconds(30), queue -> 2);
    }

    private static Leg leg(@Nullable String party, @Nullable Instant ringingAt, @Nullable Instant answeredAt) {
        return new Leg(
                "l1",
                "PJSIP/1001-1",
                party,
                false,
                AT,
                null,
                ringingAt,
                answeredAt,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
