package dev.trunkline.call.tracking;

import dev.trunkline.call.CallEvent;
import org.jspecify.annotations.Nullable;

/** Events that are about one leg and carry that leg's own linkedid. */
final class LegEvents {
    private LegEvents() {}

    /** The leg that the event is about; null for an event about more than one, or about the call. */
    static @Nullable String leg(CallEvent event) {
        return switch (event) {
            case CallEvent.LegAnswered e -> e.legId();
            case CallEvent.BridgeEntered e -> e.legId();
            case CallEvent.BridgeLeft e -> e.legId();
            case CallEvent.HoldStarted e -> e.legId();
            case CallEvent.HoldEnded e -> e.legId();
            case CallEvent.HangupRequested e -> e.legId();
            case CallEvent.LegEnded e -> e.legId();
            case CallEvent.LegStarted e -> null;
            case CallEvent.CallerPresented e -> null;
            case CallEvent.LegRinging e -> null;
            case CallEvent.DialStarted e -> null;
            case CallEvent.DialEnded e -> null;
            case CallEvent.QueueJoined e -> null;
            case CallEvent.QueueLeft e -> null;
            case CallEvent.QueueAbandoned e -> null;
            case CallEvent.QueueExited e -> null;
            case CallEvent.OfferStarted e -> null;
            case CallEvent.OfferRefused e -> null;
            case CallEvent.AgentConnected e -> null;
            case CallEvent.AgentCompleted e -> null;
            case CallEvent.RecordingStarted e -> null;
            case CallEvent.RecordingSilenced e -> null;
            case CallEvent.LegMoved e -> null;
            case CallEvent.CallVerified e -> null;
            case CallEvent.Transferred e -> null;
            case CallEvent.PickedUp e -> null;
            case CallEvent.Parked e -> null;
            case CallEvent.Unparked e -> null;
            case CallEvent.LocalReplaced e -> null;
        };
    }

    /** The same of another call; an event that is about no single leg stays as it is. */
    static CallEvent in(String callId, CallEvent event) {
        return switch (event) {
            case CallEvent.LegAnswered e -> new CallEvent.LegAnswered(e.pbx(), e.at(), callId, e.legId());
            case CallEvent.BridgeEntered e ->
                new CallEvent.BridgeEntered(e.pbx(), e.at(), callId, e.legId(), e.bridgeId());
            case CallEvent.BridgeLeft e -> new CallEvent.BridgeLeft(e.pbx(), e.at(), callId, e.legId(), e.bridgeId());
            case CallEvent.HoldStarted e -> new CallEvent.HoldStarted(e.pbx(), e.at(), callId, e.legId());
            case CallEvent.HoldEnded e -> new CallEvent.HoldEnded(e.pbx(), e.at(), callId, e.legId());
            case CallEvent.HangupRequested e -> new CallEvent.HangupRequested(e.pbx(), e.at(), callId, e.legId());
            case CallEvent.LegEnded e ->
                new CallEvent.LegEnded(e.pbx(), e.at(), callId, e.legId(), e.cause(), e.techCause());
            case CallEvent other -> other;
        };
    }
}
