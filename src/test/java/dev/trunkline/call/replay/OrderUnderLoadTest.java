package dev.trunkline.call.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallChange;
import dev.trunkline.call.CallEvent;
import dev.trunkline.call.tracking.CallChanges;
import dev.trunkline.call.tracking.CallRules;
import dev.trunkline.call.tracking.CallTracker;
import dev.trunkline.call.tracking.Folded;
import dev.trunkline.telephony.ami.CapturedCalls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a PBX under load tells in another order than at rest, as seen in runs of the telephone tests. */
class OrderUnderLoadTest {

    @Test
    void aPickUpToldAfterTheQueueSaysWhoIsConnected() throws Exception {
        List<CallEvent> events = CapturedCalls.of("pick-up");
        List<CallEvent> swapped = new ArrayList<>(events);
        int pickedUp = first(events, CallEvent.PickedUp.class);
        int connected = first(events, CallEvent.AgentConnected.class);
        assertThat(pickedUp).isLessThan(connected);
        Collections.rotate(swapped.subList(pickedUp, connected + 1), -1);
        assertThat(first(swapped, CallEvent.AgentConnected.class)).isLessThan(connected);

        Folded.calls(swapped).forEach((id, call) -> {
            var same = Folded.calls(events).get(id);
            assertThat(call.segments())
                    .extracting(segment -> segment.agent() + segment.legId())
                    .isEqualTo(same.segments().stream()
                            .map(segment -> segment.agent() + segment.legId())
                            .toList());
            assertThat(call.endedBy()).isEqualTo(same.endedBy());
            assertThat(call.mergedInto()).isEqualTo(same.mergedInto());
            assertThat(call.handovers())
                    .extracting(handover -> handover.kind() + handover.from() + handover.to())
                    .isEqualTo(same.handovers().stream()
                            .map(handover -> handover.kind() + handover.from() + handover.to())
                            .toList());
        });
    }

    /** The taker's own call is over with the taking; the answer is told in the call that was taken, and nowhere else. */
    @Test
    void aParkedCallToldAsTakenBeforeTheTakersPhoneIsAnswered() throws Exception {
        List<CallEvent> events = CapturedCalls.of("park-and-take");
        int taken = first(events, CallEvent.Unparked.class);
        String taker = ((CallEvent.Unparked) events.get(taken)).takenByLegId();
        CallEvent answer = events.stream()
                .filter(event -> event instanceof CallEvent.LegAnswered one
                        && one.legId().equals(taker))
                .findFirst()
                .orElseThrow();
        List<CallEvent> swapped = new ArrayList<>(events);
        swapped.remove(answer);
        swapped.add(taken, answer);
        assertThat(first(swapped, CallEvent.Unparked.class)).isEqualTo(swapped.indexOf(answer) - 1);

        Map<String, Call> usual = Folded.calls(events);
        Folded.calls(swapped).forEach((id, call) -> {
            assertThat(call.mergedInto()).isEqualTo(usual.get(id).mergedInto());
            assertThat(call.segments()).isEqualTo(usual.get(id).segments());
            assertThat(call.legs())
                    .filteredOn(leg -> leg.id().equals(taker))
                    .extracting(Call.Leg::answeredAt)
                    .containsExactly(call.mergedInto() == null ? answer.at() : null);
        });
    }

    @Test
    void aPhoneDialledBeforeTheQueueSaysWhomItRingsIsNotFreeInBetween() throws Exception {
        List<CallEvent> events = new ArrayList<>(CapturedCalls.of("answered-caller-hangs-up"));
        int offered = first(events, CallEvent.OfferStarted.class);
        int ringing = first(events, CallEvent.LegRinging.class);
        assertThat(offered).isLessThan(ringing);
        Collections.rotate(events.subList(offered, ringing + 1), -1);

        CallTracker tracker = new CallTracker(CallRules.standard());
        List<Class<?>> told = new ArrayList<>();
        Call call = null;
        for (CallEvent event : events.subList(0, ringing + 1)) {
            var after = tracker.apply(call, event);
            CallChanges.between(call, after, event.at(), UUID::randomUUID)
                    .forEach(change -> told.add(change.getClass()));
            call = after;
        }
        assertThat(told)
                .contains(CallChange.PhoneBusy.class, CallChange.Offered.class)
                .doesNotContain(CallChange.PhoneFree.class);
    }

    private static int first(List<CallEvent> events, Class<? extends CallEvent> kind) {
        return events.indexOf(
                events.stream().filter(kind::isInstance).findFirst().orElseThrow());
    }
}
