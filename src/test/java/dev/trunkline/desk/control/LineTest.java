package dev.trunkline.desk.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Leg;
import dev.trunkline.desk.control.Line.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Leg> legs = new ArrayList<>();
    private final List<Call.Hold> holds = new ArrayList<>();
    private final List<Call.Recording> recordings = new ArrayList<>();

    @Test
    void a_phone_that_rings_can_only_be_refused() {
        leg("c1", null, 0, true, null);
        leg("a1", "1001", 5, false, null);

        Line line = line();
        assertThat(line.state()).isEqualTo(State.RINGING);
        assertThat(line.leg().id()).isEqualTo("a1");
        assertThat(controls()).containsExactly(Control.REJECT);
    }

    @Test
    void a_telephone_answers_what_rings_and_holds_what_it_has_answered() {
        leg("c1", null, 0, true, null);
        leg("a1", "1001", 5, false, null);
        assertThat(line().phoneMay(Control.ANSWER)).isTrue();
        assertThat(line().phoneMay(Control.HOLD)).isFalse();

        legs.clear();
        leg("c1", null, 0, true, "b1");
        leg("a1", "1001", 5, true, "b1");
        assertThat(line().phoneMay(Control.ANSWER)).isFalse();
        assertThat(line().phoneMay(Control.HOLD)).isTrue();
        assertThat(line().phoneMay(Control.UNMUTE)).isTrue();
    }

    @Test
    void with_the_caller_nearly_everything_is_possible() {
        leg("c1", null, 0, true, "b1");
        leg("a1", "1001", 5, true, "b1");

        assertThat(line().state()).isEqualTo(State.TALKING);
        assertThat(line().other()).extracting(Leg::id).isEqualTo("c1");
        assertThat(controls())
                .containsExactlyInAnyOrder(
                        Control.HANGUP, Control.TRANSFER, Control.CONSULT, Control.PARK, Control.DTMF);
    }

    @Test
    void what_is_recorded_can_be_silenced_and_what_is_silent_recorded() {
        leg("c1", null, 0, true, "b1");
        leg("a1", "1001", 5, true, "b1");
        recordings.add(new Call.Recording("f", START, List.of()));
        assertThat(controls()).contains(Control.RECORD_PAUSE).doesNotContain(Control.RECORD_RESUME);

        recordings.set(0, new Call.Recording("f", START, List.of(new Call.Silence(START, null))));
        assertThat(controls()).contains(Control.RECORD_RESUME).doesNotContain(Control.RECORD_PAUSE);

        recordings.set(0, new Call.Recording("f", START, List.of(new Call.Silence(START, START.plusSeconds(9)))));
        assertThat(controls()).contains(Control.RECORD_PAUSE).doesNotContain(Control.RECORD_RESUME);
    }

    @Test
    void a_call_on_hold_is_held() {
        leg("c1", null, 0, true, "b1");
        leg("a1", "1001", 5, true, "b1");
        holds.add(new Call.Hold("a1", START.plusSeconds(9), null));

        assertThat(line().state()).isEqualTo(State.HELD);
    }

    @Test
    void one_who_dials_can_give_up() {
        leg("c1", "1001", 0, true, null);
        leg("o1", null, 2, false, null);

        assertThat(line().state()).isEqualTo(State.DIALLING);
        assertThat(controls()).containsExactly(Control.HANGUP);
    }

    @Test
    void a_consultation_rings_and_is_talked_in() {
        leg("c1", null, 0, true, "b1");
        leg("a1", "1001", 5, true, "b2");
        local("l1", 20, false, "b2");
        leg("a2", "1002", 21, false, null);
        assertThat(line().state()).isEqualTo(State.CALLING_THIRD);
        assertThat(line().third()).isEqualTo("1002");
        assertThat(line().other()).extracting(Leg::id).isEqualTo("c1");
        assertThat(controls()).containsExactlyInAnyOrder(Control.COMPLETE, Control.CANCEL);

        legs.clear();
        leg("c1", null, 0, true, "b1");
        leg("a1", "1001", 5, true, "b2");
        local("l1", 20, true, "b2");
        leg("a2", "1002", 21, true, "b3");
        assertThat(line().state()).isEqualTo(State.CONSULTING);
        assertThat(controls()).contains(Control.SWAP, Control.CONFERENCE).doesNotContain(Control.HANGUP);
    }

    @Test
    void an_agent_goes_between_the_two_and_brings_them_together() {
        leg("c1", null, 0, true, "b1");
        leg("a1", "1001", 5, true, "b1");
        local("l1", 20, true, "b2");
        leg("a2", "1002", 21, true, "b3");
        assertThat(line().state()).isEqualTo(State.BETWEEN);

        legs.clear();
        leg("c1", null, 0, true, "b1");
        leg("a1", "1001", 5, true, "b1");
        local("l1", 20, true, "b1");
        leg("a2", "1002", 21, true, "b3");
        assertThat(line().state()).isEqualTo(State.TOGETHER);
        assertThat(controls()).contains(Control.HANGUP);
    }

    @Test
    void the_one_consulted_has_a_line_too() {
        leg("c1", null, 0, true, "b1");
        leg("a1", "1001", 5, true, "b2");
        local("l1", 20, true, "b2");
        leg("a2", "1002", 21, true, "b3");

        assertThat(Line.of(call(), "1002")).map(Line::leg).map(Leg::id).contains("a2");
        assertThat(Line.of(call(), "1003")).isEmpty();
    }

    @Test
    void tones_go_to_whoever_hears_the_agent() {
        leg("c1", null, 0, true, "b1");
        leg("a1", "1001", 5, true, "b2");
        local("l1", 20, true, "b2");

        assertThat(line().state()).isEqualTo(State.CONSULTING);
        assertThat(line().opposite()).isEqualTo("l1");
    }

    @Test
    void three_talk_together_also_when_the_way_to_the_third_has_been_taken_out() {
        leg("c1", null, 0, true, "b1");
        leg("a1", "1001", 5, true, "b1");
        leg("a2", "1002", 20, true, "b1");

        assertThat(line().state()).isEqualTo(State.TOGETHER);
        assertThat(controls()).doesNotContain(Control.PARK, Control.CONSULT, Control.TRANSFER);
    }

    private Line line() {
        return Line.of(call(), "1001").orElseThrow();
    }

    private List<Control> controls() {
        return List.copyOf(line().controls(call()));
    }

    private void leg(String id, @Nullable String party, int second, boolean answered, @Nullable String bridge) {
        boolean entered = id.equals("c1");
        add(id, "PJSIP/" + (party == null ? "lab" : party) + "-0001", party, entered, second, answered, bridge);
    }

    private void local(String id, int second, boolean answered, String bridge) {
        add(id, "Local/1002@from-agents-0000002a;1", null, false, second, answered, bridge);
    }

    private void add(
            String id,
            String channel,
            @Nullable String party,
            boolean entered,
            int second,
            boolean answered,
            @Nullable String bridge) {
        Instant at = START.plusSeconds(second);
        legs.add(new Leg(
                id,
                channel,
                party,
                entered,
                at,
                null,
                null,
                answered ? at.plusSeconds(1) : null,
                null,
                null,
                null,
                null,
                bridge,
                bridge == null ? null : at));
    }

    private Call call() {
        return new Call(
                "c1",
                "pbx1",
                Call.Direction.INBOUND,
                "13800001111",
                null,
                false,
                "4008001000",
                START,
                null,
                null,
                null,
                null,
                null,
                legs,
                List.of(),
                List.of(),
                holds,
                List.of(),
                recordings,
                false,
                null);
    }
}
