package dev.trunkline.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.CoachLegs;
import dev.trunkline.call.CoachMode;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.CoachLeg;
import dev.trunkline.call.PbxState.CoachPhase;
import java.time.Instant;
import org.asteriskjava.manager.event.AgentCompleteEvent;
import org.asteriskjava.manager.event.ChanSpyStartEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoachTranslatorTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final String LEG = CoachLegs.newId();
    private static final String OWN = "PJSIP/1005-web-0000002a";
    private static final String HEARD = "PJSIP/1001-0000001c";

    @Test
    void a_leg_rings_and_is_taken() {
        NewChannelEvent begun = new NewChannelEvent(this);
        begun.setUniqueId(LEG);
        begun.setLinkedid(LEG);
        begun.setChannel(OWN);
        assertThat(CoachTranslator.state("pbx1", AT, begun)).isEqualTo(leg(CoachPhase.RINGING, null, null));
        NewStateEvent up = new NewStateEvent(this);
        up.setUniqueId(LEG);
        up.setLinkedId(LEG);
        up.setChannel(OWN);
        up.setChannelState(6);
        assertThat(CoachTranslator.state("pbx1", AT, up)).isEqualTo(leg(CoachPhase.UP, null, null));
    }

    @ParameterizedTest
    @CsvSource({"listen,LISTEN", "whisper,WHISPER", "barge,BARGE"})
    void whom_it_hears_and_how_is_told_when_it_begins_and_by_the_list(String exten, CoachMode mode) {
        ChanSpyStartEvent hears = new ChanSpyStartEvent(this);
        hears.setSpyerLinkedId(LEG);
        hears.setSpyerUniqueId(LEG);
        hears.setSpyerChannel(OWN);
        hears.setSpyerContext("coaching");
        hears.setSpyerExten(exten);
        hears.setSpyeeChannel(HEARD);
        assertThat(CoachTranslator.state("pbx1", AT, hears)).isEqualTo(leg(CoachPhase.UP, HEARD, mode));
        assertThat(CoachTranslator.state("pbx1", AT, listed(exten, "ChanSpy")))
                .isEqualTo(leg(CoachPhase.UP, HEARD, mode));
    }

    @Test
    void what_the_list_does_not_say_is_not_made_up() {
        assertThat(CoachTranslator.state("pbx1", AT, listed("s", "AppDial"))).isEqualTo(leg(CoachPhase.UP, null, null));
    }

    @Test
    void whoever_else_listens_is_no_coach_of_ours() {
        ChanSpyStartEvent other = new ChanSpyStartEvent(this);
        other.setSpyerLinkedId("pbx1-1.7");
        other.setSpyerUniqueId("pbx1-1.7");
        other.setSpyerChannel(OWN);
        other.setSpyeeChannel(HEARD);
        assertThat(CoachTranslator.state("pbx1", AT, other)).isNull();
        assertThat(CoachTranslator.state("pbx1", AT, new ChanSpyStartEvent(this)))
                .isNull();
    }

    @Test
    void the_late_end_of_a_talk_that_was_taken_over_belongs_to_no_call() {
        AgentCompleteEvent late = new AgentCompleteEvent(this);
        late.setQueue("support");
        late.setInterface("PJSIP/1001");
        late.setMemberName("1001");
        late.setReason("caller");
        assertThat(AmiTranslator.callEvent("pbx1", AT, late)).isNull();
    }

    private CoreShowChannelEvent listed(String exten, String application) {
        CoreShowChannelEvent listed = new CoreShowChannelEvent(this);
        listed.setUniqueid(LEG);
        listed.setLinkedid(LEG);
        listed.setChannel(OWN);
        listed.setChannelState(6);
        listed.setContext("coaching");
        listed.setExten(exten);
        listed.setApplication(application);
        listed.setApplicationdata(HEARD + ",uqES");
        return listed;
    }

    private static PbxState leg(CoachPhase phase, @Nullable String heard, @Nullable CoachMode mode) {
        return new CoachLeg("pbx1", AT, LEG, "1005", phase, heard, mode);
    }
}
