package dev.trunkline.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.PbxState;
import java.time.Instant;
import java.util.Objects;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueMemberAddedEvent;
import org.asteriskjava.manager.event.QueueMemberPauseEvent;
import org.asteriskjava.manager.event.QueueMemberStatusEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberTranslatorTest {
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

    /** Asterisk's device states: unknown, idle, in use, busy, invalid, unavailable, ringing, ringing in use, on hold. */
    @ParameterizedTest
    @CsvSource({"0,true", "1,true", "2,true", "3,true", "4,false", "5,false", "6,true", "7,true", "8,true"})
    void aPhoneThatIsNotRegisteredOrUnknownCannotBeReached(int status, boolean reachable) {
        QueueMemberStatusEvent changed = new QueueMemberStatusEvent(this);
        changed.setQueue("support");
        changed.setMemberName("1001");
        changed.setInterface("PJSIP/1001");
        changed.setStatus(status);
        assertThat(member(changed).reachable()).isEqualTo(reachable);

        QueueMemberAddedEvent added = new QueueMemberAddedEvent(this);
        added.setQueue("support");
        added.setMemberName("1001");
        added.setStatus(status);
        assertThat(member(added).reachable()).isEqualTo(reachable);

        QueueMemberPauseEvent paused = new QueueMemberPauseEvent(this);
        paused.setQueue("support");
        paused.setMemberName("1001");
        paused.setStatus(status);
        assertThat(member(paused).reachable()).isEqualTo(reachable);
    }

    @Test
    void aPbxThatDoesNotSayIsNotContradicted() {
        QueueMemberStatusEvent changed = new QueueMemberStatusEvent(this);
        changed.setQueue("support");
        changed.setMemberName("1001");
        assertThat(member(changed).reachable()).isTrue();
    }

    private static PbxState.Member member(ManagerEvent event) {
        return (PbxState.Member) Objects.requireNonNull(MemberTranslator.state("pbx1", AT, event));
    }
}
