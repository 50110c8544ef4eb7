package dev.trunkline.desk.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.acd.FakePbx;
import dev.trunkline.call.Call;
import dev.trunkline.call.LiveCalls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallReturnTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Call.Leg CUSTOMER = leg("PJSIP/lab-00000001", null, "b1", false);
    private static final Call.Leg BROWSER = leg("PJSIP/1001-web-00000002", "1001", "b1", false);

    @Test
    void theOneOtherPartyOfTheTalkIsBroughtBack() {
        assertThat(otherParty(CUSTOMER, BROWSER)).contains(CUSTOMER);
        assertThat(otherParty(
                        CUSTOMER,
                        leg("PJSIP/1002-00000003", "1002", "b1", true),
                        leg("PJSIP/1003-00000004", "1003", "b2", false),
                        BROWSER))
                .contains(CUSTOMER);
    }

    @Test
    void nobodyIsTakenOutOfAConference() {
        assertThat(otherParty(CUSTOMER, BROWSER, leg("PJSIP/1002-00000003", "1002", "b1", false)))
                .isEmpty();
    }

    @Test
    void aDeskPhonesTalkIsLeftAlone() {
        assertThat(otherParty(CUSTOMER, leg("PJSIP/1001-00000002", "1001", "b1", false)))
                .isEmpty();
    }

    @Test
    void whoOnlyRingsTalksToNobody() {
        assertThat(otherParty(CUSTOMER, leg("PJSIP/1001-web-00000002", "1001", null, false)))
                .isEmpty();
        assertThat(otherParty(CUSTOMER, leg("PJSIP/1001-web-00000002", "1001", "b1", true)))
                .isEmpty();
    }

    @Test
    void onlyTheCallThatIsAskedForIsBroughtBack() {
        FakePbx pbx = new FakePbx();
        CallReturn returns = new CallReturn(new OneCall(call(CUSTOMER, BROWSER)), new PbxPhones(pbx));
        assertThat(returns.to("1001", "c2").await().indefinitely()).isFalse();
        assertThat(pbx.told()).isEmpty();
        assertThat(returns.to("1001", "c1").await().indefinitely()).isTrue();
        assertThat(pbx.told()).containsExactly("return " + CUSTOMER.id() + " 1001");
    }

    private record OneCall(Call call) implements LiveCalls {
        @Override
        public List<Call> of(String agent) {
            return List.of(call);
        }

        @Override
        public List<Call> where(Predicate<Call> test) {
            return Stream.of(call).filter(test).toList();
        }
    }

    private static Optional<Call.Leg> otherParty(Call.Leg... legs) {
        return CallReturn.otherParty(call(legs), "1001");
    }

    private static Call call(Call.Leg... legs) {
        return new Call(
                "c1",
                "pbx1",
                Call.Direction.INBOUND,
                null,
                null,
                false,
                null,
                AT,
                null,
                null,
                null,
                null,
                null,
                List.of(legs),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                null);
    }

    private static Call.Leg leg(String channel, String party, String bridge, boolean ended) {
        return new Call.Leg(
                channel, channel, party, true, AT, null, null, AT, ended ? AT : null, null, null, null, bridge, AT);
    }
}
