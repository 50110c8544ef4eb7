package dev.trunkline.telephony.ami;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.AgentCompleted;
import dev.trunkline.call.CallEvent.AgentConnected;
import dev.trunkline.call.CallEvent.BridgeEntered;
import dev.trunkline.call.CallEvent.BridgeLeft;
import dev.trunkline.call.CallEvent.CallerPresented;
import dev.trunkline.call.CallEvent.CompleteReason;
import dev.trunkline.call.CallEvent.DialEnded;
import dev.trunkline.call.CallEvent.DialStarted;
import dev.trunkline.call.CallEvent.DialStatus;
import dev.trunkline.call.CallEvent.HangupRequested;
import dev.trunkline.call.CallEvent.HoldEnded;
import dev.trunkline.call.CallEvent.HoldStarted;
import dev.trunkline.call.CallEvent.LegAnswered;
import dev.trunkline.call.CallEvent.LegEnded;
import dev.trunkline.call.CallEvent.LegRinging;
import dev.trunkline.call.CallEvent.LegStarted;
import dev.trunkline.call.CallEvent.OfferRefused;
import dev.trunkline.call.CallEvent.OfferStarted;
import dev.trunkline.call.CallEvent.QueueAbandoned;
import dev.trunkline.call.CallEvent.QueueExitReason;
import dev.trunkline.call.CallEvent.QueueExited;
import dev.trunkline.call.CallEvent.QueueJoined;
import dev.trunkline.call.CallEvent.QueueLeft;
import dev.trunkline.call.CallEvent.RecordingSilenced;
import dev.trunkline.call.CallEvent.RecordingStarted;
import dev.trunkline.telephony.ami.event.HangupWithTechCauseEvent;
import dev.trunkline.telephony.ami.event.RecordingSilencedEvent;
import dev.trunkline.telephony.ami.event.TrunklineCallEvent;
import dev.trunkline.telephony.ami.event.TrunklineQueueLeftEvent;
import dev.trunkline.telephony.ami.event.TrunklineRecordingEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.asteriskjava.manager.event.AgentCalledEvent;
import org.asteriskjava.manager.event.AgentCompleteEvent;
import org.asteriskjava.manager.event.AgentConnectEvent;
import org.asteriskjava.manager.event.AgentRingNoAnswerEvent;
import org.asteriskjava.manager.event.BridgeEnterEvent;
import org.asteriskjava.manager.event.BridgeLeaveEvent;
import org.asteriskjava.manager.event.DialBeginEvent;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.HangupRequestEvent;
import org.asteriskjava.manager.event.HoldEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.QueueCallerAbandonEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.asteriskjava.manager.event.QueueCallerLeaveEvent;
import org.asteriskjava.manager.event.UnholdEvent;
import org.jspecify.annotations.Nullable;

/**
 * What an AMI event means for a call, in our own words. Pure. Which events a call brings, in which order and with which
 * fields, is what Asterisk 22 was seen to do (the captured logs among the tests); asterisk-java reads {@code <unknown>} as
 * null.
 */
final class AmiTranslator {
    /** Asterisk's numbers for a channel's state. */
    static final int RINGING = 5;

    static final int UP = 6;

    private static final String HOLDING = "holding_bridge";

    private AmiTranslator() {}

    /**
     * The event in our words, null when it means nothing for a call.
     *
     * @param pbx the PBX's system name
     * @param at when, by the PBX's clock
     * @throws MalformedEvent when the event lacks what it must have
     */
    static @Nullable CallEvent callEvent(String pbx, Instant at, ManagerEvent event) {
        return switch (event) {
            case NewChannelEvent e -> legStarted(pbx, at, e);
            case NewStateEvent e -> newState(pbx, at, e);
            case HangupRequestEvent e -> new HangupRequested(pbx, at, call(e.getLinkedId()), leg(e.getUniqueId()));
            case HangupWithTechCauseEvent e ->
                new LegEnded(
                        pbx,
                        at,
                        call(e.getLinkedId()),
                        leg(e.getUniqueId()),
                        Objects.requireNonNullElse(e.getCause(), 0),
                        Fields.optionalWord(e.getTechCause()));
            case DialBeginEvent e -> dialStarted(pbx, at, e);
            case DialEndEvent e -> dialEnded(pbx, at, e);
            case QueueCallerJoinEvent e ->
                new QueueJoined(
                        pbx,
                        at,
                        call(e.getLinkedId()),
                        leg(e.getUniqueId()),
                        queue(e.getQueue()),
                        Math.max(1, Objects.requireNonNullElse(e.getPosition(), 1)));
            case QueueCallerLeaveEvent e ->
                new QueueLeft(pbx, at, call(e.getLinkedId()), leg(e.getUniqueId()), queue(e.getQueue()));
            case QueueCallerAbandonEvent e ->
                new QueueAbandoned(pbx, at, call(e.getLinkedId()), leg(e.getUniqueId()), queue(e.getQueue()));
            case AgentCalledEvent e ->
                new OfferStarted(
                        pbx,
                        at,
                        call(e.getLinkedId()),
                        queue(e.getQueue()),
                        Fields.agent(e.getMemberName(), e.getInterface()),
                        Fields.id("DestUniqueid", e.getDestUniqueId()));
            case AgentRingNoAnswerEvent e ->
                new OfferRefused(
                        pbx,
                        at,
                        call(e.getLinkedId()),
                        queue(e.getQueue()),
                        Fields.agent(e.getMemberName(), e.getInterface()),
                        Math.max(0, Objects.requireNonNullElse(e.getRingtime(), 0L)));
            case AgentConnectEvent e ->
                new AgentConnected(
                        pbx,
                        at,
                        call(e.getLinkedId()),
                        queue(e.getQueue()),
                        Fields.agent(e.getMemberName(), e.getInterface()),
                        Fields.optionalId("DestUniqueid", e.getDestUniqueId()));
            // Of a talk that the caller was taken out of (Redirect) it comes when the caller has gone, and names no
            // channel.
            case AgentCompleteEvent e when e.getLinkedId() == null -> null;
            case AgentCompleteEvent e ->
                new AgentCompleted(
                        pbx,
                        at,
                        call(e.getLinkedId()),
                        queue(e.getQueue()),
                        Fields.agent(e.getMemberName(), e.getInterface()),
                        reason(e.getReason()));
            // Those who wait in a parking lot share a bridge, but talk to nobody in it.
            case BridgeEnterEvent e when HOLDING.equals(e.getBridgeTechnology()) -> null;
            case BridgeEnterEvent e ->
                new BridgeEntered(pbx, at, call(e.getLinkedId()), leg(e.getUniqueId()), bridge(e.getBridgeUniqueId()));
            case BridgeLeaveEvent e ->
                new BridgeLeft(pbx, at, call(e.getLinkedId()), leg(e.getUniqueId()), bridge(e.getBridgeUniqueId()));
            case UnholdEvent e -> new HoldEnded(pbx, at, call(e.getLinkedId()), leg(e.getUniqueId()));
            case HoldEvent e -> new HoldStarted(pbx, at, call(e.getLinkedId()), leg(e.getUniqueId()));
            case TrunklineCallEvent e ->
                new CallerPresented(
                        pbx,
                        at,
                        call(e.getLinkedId()),
                        leg(e.getUniqueId()),
                        Fields.dialled(e.getDid()),
                        Fields.withheld(e.getPresentation()) || Fields.number(e.getCallerIdNum()) == null);
            case TrunklineRecordingEvent e ->
                new RecordingStarted(pbx, at, call(e.getLinkedId()), Fields.id("File", e.getFile()));
            case RecordingSilencedEvent e ->
                new RecordingSilenced(pbx, at, call(e.getLinkedId()), Boolean.TRUE.equals(e.getState()));
            case TrunklineQueueLeftEvent e ->
                new QueueExited(pbx, at, call(e.getLinkedId()), queue(e.getQueue()), exitReason(e.getStatus()));
            default -> HandingTranslator.callEvent(pbx, at, event);
        };
    }

    private static LegStarted legStarted(String pbx, Instant at, NewChannelEvent e) {
        return new LegStarted(
                pbx,
                at,
                call(e.getLinkedid()),
                leg(e.getUniqueId()),
                Fields.channel(e.getChannel()),
                Fields.number(e.getCallerIdNum()),
                Fields.name(e.getCallerIdName()),
                Fields.anonymous(e.getCallerIdNum()),
                Fields.dialled(e.getExten()),
                Fields.optionalWord(e.getContext()));
    }

    private static @Nullable CallEvent newState(String pbx, Instant at, NewStateEvent e) {
        int state = Objects.requireNonNullElse(e.getChannelState(), 0);
        return switch (state) {
            case RINGING -> new LegRinging(pbx, at, call(e.getLinkedId()), leg(e.getUniqueId()));
            case UP -> new LegAnswered(pbx, at, call(e.getLinkedId()), leg(e.getUniqueId()));
            default -> null;
        };
    }

    private static DialStarted dialStarted(String pbx, Instant at, DialBeginEvent e) {
        String call = e.getLinkedId() == null ? e.getDestLinkedId() : e.getLinkedId();
        return new DialStarted(
                pbx,
                at,
                call(call),
                Fields.optionalId("Uniqueid", e.getUniqueId()),
                Fields.id("DestUniqueid", e.getDestUniqueId()),
                Fields.optionalWord(e.getDialString()));
    }

    private static DialEnded dialEnded(String pbx, Instant at, DialEndEvent e) {
        String call = e.getLinkedId() == null ? e.getDestLinkedId() : e.getLinkedId();
        return new DialEnded(
                pbx, at, call(call), Fields.id("DestUniqueid", e.getDestUniqueId()), dialStatus(e.getDialStatus()));
    }

    private static String call(@Nullable String linkedId) {
        return Fields.id("Linkedid", linkedId);
    }

    private static String leg(@Nullable String uniqueId) {
        return Fields.id("Uniqueid", uniqueId);
    }

    private static String bridge(@Nullable String bridgeId) {
        return Fields.id("BridgeUniqueid", bridgeId);
    }

    private static String queue(@Nullable String queue) {
        return Fields.word("Queue", queue);
    }

    private static DialStatus dialStatus(@Nullable String status) {
        return switch (status == null ? "" : status) {
            case "ANSWER" -> DialStatus.ANSWER;
            case "BUSY" -> DialStatus.BUSY;
            case "NOANSWER" -> DialStatus.NOANSWER;
            case "CANCEL" -> DialStatus.CANCEL;
            case "CONGESTION" -> DialStatus.CONGESTION;
            case "CHANUNAVAIL" -> DialStatus.CHANUNAVAIL;
            default -> DialStatus.OTHER;
        };
    }

    private static QueueExitReason exitReason(@Nullable String status) {
        return switch (status == null ? "" : status) {
            case "TIMEOUT" -> QueueExitReason.TIMEOUT;
            case "FULL" -> QueueExitReason.FULL;
            case "JOINEMPTY" -> QueueExitReason.JOINEMPTY;
            case "LEAVEEMPTY" -> QueueExitReason.LEAVEEMPTY;
            case "CONTINUE" -> QueueExitReason.CONTINUE;
            case "WITHDRAW" -> QueueExitReason.WITHDRAW;
            default -> QueueExitReason.OTHER;
        };
    }

    private static CompleteReason reason(@Nullable String reason) {
        return switch (reason == null ? "" : reason.toLowerCase(Locale.ROOT)) {
            case "caller" -> CompleteReason.CALLER;
            case "agent" -> CompleteReason.AGENT;
            case "transfer" -> CompleteReason.TRANSFER;
            default -> throw new MalformedEvent("Reason is missing or unknown");
        };
    }
}
