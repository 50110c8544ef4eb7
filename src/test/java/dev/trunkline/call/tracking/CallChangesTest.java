package dev.trunkline.call.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.CallChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallChangesTest {

    @Test
    void theNewsOfAnAnsweredCall() {
        assertThat(told(Script.answered()))
                .containsExactly("Started", "Offered", "OfferEnded", "Connected", "Disconnected", "PhoneFree", "Ended");
    }

    @Test
    void theOfferIsToldBeforeTheAgentsPhoneCountsAsBusy() {
        assertThat(told(Script.answered())).doesNotContain("PhoneBusy");
    }

    @Test
    void anOutboundCallTakesTheAgentsPhoneIntoUse() {
        assertThat(told(new Script("o1")
                        .agentDials("1001", "13900139000")
                        .dials("x1", "PJSIP/lab-00000003", "13900139000@lab")
                        .at(5)
                        .answers("x1")
                        .bridged("o1", "x1")
                        .at(9)
                        .hangsUp("o1")
                        .unbridged("o1", "x1")
                        .ended("x1", 16)
                        .ended("o1", 16)))
                .containsExactly("Started", "PhoneBusy", "Connected", "Disconnected", "PhoneFree", "Ended");
    }

    @Test
    void aCallFromUsRingsTheAgentsPhoneFirst() {
        assertThat(told(new Script("o1").originated("1001"))).containsExactly("Started", "PhoneBusy");
    }

    @Test
    void aPhoneThatDoesNotTakeTheCallEndsItsOfferOnce() {
        Script script = new Script("c1")
                .customer("13800138000", "4008001000")
                .joins("support")
                .offered("support", "1001", "a1")
                .at(15)
                .refused("support", "1001", "a1", 15_000);
        assertThat(told(script)).containsExactly("Started", "Offered", "OfferEnded");
    }

    @Test
    void everyChangeHasAnIdOfItsOwn() {
        assertThat(Script.answered().changes()).extracting(CallChange::id).doesNotHaveDuplicates();
    }

    private static List<String> told(Script script) {
        return script.changes().stream()
                .map(change -> change.getClass().getSimpleName())
                .filter(name -> !name.equals("Updated"))
                .toList();
    }
}
