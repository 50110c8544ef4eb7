package dev.trunkline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.CoachLegs;
import dev.trunkline.call.CoachMode;
import dev.trunkline.call.PbxState.CoachLeg;
import dev.trunkline.call.PbxState.CoachPhase;
import dev.trunkline.coaching.Coaching.Asked;
import dev.trunkline.coaching.Coaching.Heard;
import dev.trunkline.coaching.Coaching.Ringing;
import dev.trunkline.coaching.Coaching.Running;
import dev.trunkline.coaching.Coaching.TakingOver;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A coach's part in a call follows what the PBX tells of the coach's leg. */
class CoachingStateTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final String LEG = CoachLegs.newId();
    private static final Heard WEI = new Heard("PJSIP/1001-web-0000001c", CoachMode.LISTEN);
    private static final Asked ASKED = new Asked(LEG, "1005", WEI);

    @Test
    void it_rings_and_then_runs() {
        Coaching rings = Coaching.after(ASKED, news(0, CoachPhase.RINGING, null, null));
        assertThat(rings).isEqualTo(new Ringing(LEG, "1005", WEI));
        Coaching taken = Coaching.after(rings, news(1, CoachPhase.UP, null, null));
        assertThat(taken).isEqualTo(rings);
        assertThat(Coaching.after(taken, news(2, CoachPhase.UP, WEI.channel(), CoachMode.LISTEN)))
                .isEqualTo(new Running(LEG, "1005", WEI, AT.plusSeconds(2)));
    }

    @Test
    void another_way_goes_on_since_the_same_time() {
        Running running = new Running(LEG, "1005", WEI, AT);
        assertThat(Coaching.after(running, news(5, CoachPhase.UP, WEI.channel(), CoachMode.WHISPER)))
                .isEqualTo(new Running(LEG, "1005", new Heard(WEI.channel(), CoachMode.WHISPER), AT));
    }

    @Test
    void it_is_found_again_as_the_pbx_has_it() {
        assertThat(Coaching.after(null, news(0, CoachPhase.UP, WEI.channel(), CoachMode.BARGE)))
                .isEqualTo(new Running(LEG, "1005", new Heard(WEI.channel(), CoachMode.BARGE), AT));
        assertThat(Coaching.after(null, news(0, CoachPhase.RINGING, null, null)))
                .isEqualTo(new Ringing(LEG, "1005", null));
    }

    @Test
    void while_the_call_comes_over_nothing_else_is_said() {
        TakingOver taking = new TakingOver(new Running(LEG, "1005", WEI, AT), "pbx1-1.0");
        assertThat(Coaching.after(taking, news(1, CoachPhase.UP, WEI.channel(), CoachMode.WHISPER)))
                .isEqualTo(taking);
        assertThat(Coaching.after(taking, news(2, CoachPhase.GONE, null, null))).isNull();
    }

    @Test
    void the_agent_is_read_from_the_channel_of_either_phone() {
        assertThat(WEI.agent()).isEqualTo("1001");
        assertThat(new Heard("PJSIP/1002-0000001c", CoachMode.LISTEN).agent()).isEqualTo("1002");
    }

    /** Whatever came before and however often, a leg that has gone leaves nothing. */
    @Property
    void gone_is_gone(@ForAll("states") @Nullable Coaching before) {
        assertThat(Coaching.after(before, news(9, CoachPhase.GONE, null, null))).isNull();
    }

    /** The same word said twice says nothing new, and the leg and its coach stay what they are. */
    @Property
    void a_word_twice_is_one(@ForAll("states") @Nullable Coaching before, @ForAll("words") CoachLeg word) {
        Coaching once = Coaching.after(before, word);
        assertThat(Coaching.after(once, word)).isEqualTo(once);
        if (once != null) {
            assertThat(once.legId()).isEqualTo(LEG);
            assertThat(once.coach()).isEqualTo("1005");
        }
    }

    @Provide
    Arbitrary<Coaching> states() {
        return Arbitraries.of(
                        ASKED,
                        new Ringing(LEG, "1005", null),
                        new Ringing(LEG, "1005", WEI),
                        new Running(LEG, "1005", WEI, AT),
                        new TakingOver(new Running(LEG, "1005", WEI, AT), "pbx1-1.0"))
                .map(one -> (Coaching) one)
                .injectNull(0.2);
    }

    @Provide
    Arbitrary<CoachLeg> words() {
        Arbitrary<CoachLeg> plain = Arbitraries.of(CoachPhase.values()).map(phase -> news(3, phase, null, null));
        Arbitrary<CoachLeg> heard =
                Arbitraries.of(CoachMode.values()).map(mode -> news(4, CoachPhase.UP, WEI.channel(), mode));
        return Arbitraries.oneOf(plain, heard);
    }

    private static CoachLeg news(int seconds, CoachPhase phase, @Nullable String heard, @Nullable CoachMode mode) {
        return new CoachLeg("pbx1", AT.plusSeconds(seconds), LEG, "1005", phase, heard, mode);
    }
}
