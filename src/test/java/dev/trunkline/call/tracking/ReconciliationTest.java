package dev.trunkline.call.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Hold;
import dev.trunkline.call.Call.OfferOutcome;
import dev.trunkline.call.Call.Outcome;
import dev.trunkline.call.Call.Segment;
import dev.trunkline.call.CallEvent.RecordingStarted;
import dev.trunkline.call.CallFigures;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final CallRules RULES = CallRules.standard();

    /** What the journal tells of an answered call: no names, no holds, no ringing. */
    private static Script journal() {
        return new Script("c1")
                .customer("13800138000", "4008001000")
                .at(1)
                .joins("support")
                .offered("support", "1001", "a1")
                .at(6)
                .connected("support", "1001", "a1")
                .at(66)
                .unbridged("c1", "a1")
                .hangsUp("c1")
                .ended("a1", 16)
                .ended("c1", 16);
    }

    private static Call mended(Call seen) {
        Call told = journal().call();
        Call mended = Reconciliation.mend(seen, told, RULES);
        assertThat(Reconciliation.mend(mended, told, RULES)).isEqualTo(mended);
        return mended;
    }

    @Test
    void the_end_that_was_missed_is_the_journals() {
        Call call = mended(new Script("c1")
                .customer("13800138000", "4008001000")
                .at(1)
                .joins("support")
                .offered("support", "1001", "a1")
                .rings("a1")
                .at(6)
                .connected("support", "1001", "a1")
                .call());
        assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.endedAt()).isEqualTo(Script.second(66));
        assertThat(call.endedBy()).isEqualTo(Call.Party.CALLER);
        assertThat(call.hangupCause()).isEqualTo(16);
        assertThat(call.recovered()).isTrue();
        assertThat(call.segments()).containsExactly(new Segment("1001", "a1", Script.second(6), Script.second(66)));
        assertThat(call.legs().getLast().ringingAt()).as("seen live").isEqualTo(Script.second(1));
        assertThat(CallFigures.of(call).holdMs())
                .as("a hold may have been missed")
                .isNull();
        assertThat(CallFigures.of(call).talkMs()).isEqualTo(60_000);
    }

    @Test
    void an_end_that_only_the_pbxs_list_told_gives_way_to_the_journals() {
        Call call = mended(new Script("c1")
                .customer("13800138000", "4008001000")
                .at(1)
                .joins("support")
                .at(90)
                .verified()
                .call());
        assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.endedAt()).isEqualTo(Script.second(66));
        assertThat(call.visits()).singleElement().satisfies(visit -> {
            assertThat(visit.leftAt()).isEqualTo(Script.second(6));
            assertThat(visit.offers()).extracting(Call.Offer::outcome).containsExactly(OfferOutcome.ANSWERED);
        });
    }

    @Test
    void what_the_pbxs_list_tells_too_late_is_put_back_to_when_it_was() {
        Script seen =
                new Script("c1").at(30).legStarted("c1", "PJSIP/lab-00000001").legStarted("a1", "PJSIP/1001-0000000a");
        Call call = mended(seen.answers("c1")
                .connected("support", "1001", "a1")
                .verified("c1", "a1")
                .call());
        assertThat(call.startedAt()).isEqualTo(Script.START);
        assertThat(call.answeredAt()).isEqualTo(Script.second(6));
        assertThat(call.from()).isEqualTo("13800138000");
        assertThat(call.to()).isEqualTo("4008001000");
        assertThat(call.direction()).isEqualTo(Call.Direction.INBOUND);
        assertThat(call.visits())
                .singleElement()
                .satisfies(visit -> assertThat(visit.joinedAt()).isEqualTo(Script.second(1)));
        assertThat(call.segments()).containsExactly(new Segment("1001", "a1", Script.second(6), Script.second(66)));
    }

    @Test
    void holds_and_recordings_stay_as_seen_and_end_with_their_leg() {
        Script seen = new Script("c1")
                .customer("13800138000", "4008001000")
                .at(1)
                .joins("support")
                .offered("support", "1001", "a1")
                .at(6)
                .connected("support", "1001", "a1");
        seen.events.add(new RecordingStarted(Script.PBX, seen.now, "c1", "file"));
        Call call = mended(
                seen.at(20).holds("a1").at(30).resumes("a1").at(40).holds("a1").call());
        assertThat(call.holds())
                .containsExactly(
                        new Hold("a1", Script.second(20), Script.second(30)),
                        new Hold("a1", Script.second(40), Script.second(66)));
        assertThat(call.recordings()).extracting(Call.Recording::file).containsExactly("file");
    }

    @Test
    void a_number_that_was_withheld_stays_so_though_the_journal_tells_it() {
        Call call = mended(new Script("c1").withheld("4008001000").call());
        assertThat(call.withheld()).isTrue();
        assertThat(call.from()).isNull();
        assertThat(call.fromName()).isNull();
    }

    @Test
    void what_was_seen_after_the_journals_last_word_stays() {
        Call told = Script.fold(journal().events.subList(0, 4));
        Call seen = journal().call();
        Call call = Reconciliation.mend(seen, told, RULES);
        assertThat(call.endedAt()).isEqualTo(Script.second(66));
        assertThat(call.segments()).isEqualTo(seen.segments());
        assertThat(call.visits()).isEqualTo(seen.visits());
    }
}
