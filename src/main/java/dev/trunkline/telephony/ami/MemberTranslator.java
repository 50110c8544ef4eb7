package dev.trunkline.telephony.ami;

import dev.trunkline.call.PbxState;
import java.time.Instant;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueMemberAddedEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.QueueMemberPauseEvent;
import org.asteriskjava.manager.event.QueueMemberRemovedEvent;
import org.jspecify.annotations.Nullable;

/** What an AMI event means for the members of queues. Pure. */
final class MemberTranslator {
    /** Asterisk's numbers for the state of a device that it does not know, and of one that is not registered. */
    private static final int INVALID = 4;

    private static final int UNAVAILABLE = 5;

    private MemberTranslator() {}

    /**
     * The event in our words, null when it means nothing for a member.
     *
     * @throws MalformedEvent when the event lacks what it must have
     */
    static @Nullable PbxState state(String pbx, Instant at, ManagerEvent event) {
        return switch (event) {
            case QueueMemberAddedEvent e ->
                new PbxState.Member(
                        pbx,
                        at,
                        Fields.word("Queue", e.getQueue()),
                        Fields.agent(e.getMemberName(), e.getInterface()),
                        Boolean.TRUE.equals(e.getPaused()),
                        Fields.optionalWord(e.getPausedReason()),
                        reachable(e.getStatus()));
            // asterisk-java keeps this event's reason apart from that of the kinds it extends.
            case QueueMemberPauseEvent e ->
                new PbxState.Member(
                        pbx,
                        at,
                        Fields.word("Queue", e.getQueue()),
                        Fields.agent(e.getMemberName(), e.getInterface()),
                        Boolean.TRUE.equals(e.getPaused()),
                        Fields.optionalWord(e.getPausedreason()),
                        reachable(e.getStatus()));
            case QueueMemberRemovedEvent e ->
                new PbxState.MemberGone(
                        pbx, at, Fields.word("Queue", e.getQueue()), Fields.agent(e.getMemberName(), e.getInterface()));
            // Also QueueMemberStatus, which asterisk-java makes a kind of this.
            case QueueMemberEvent e ->
                new PbxState.Member(
                        pbx,
                        at,
                        Fields.word("Queue", e.getQueue()),
                        Fields.agent(e.getMemberName() == null ? e.getName() : e.getMemberName(), e.getInterface()),
                        Boolean.TRUE.equals(e.getPaused()),
                        Fields.optionalWord(e.getPausedreason()),
                        reachable(e.getStatus()));
            default -> null;
        };
    }

    /** By the device's state; a PBX that does not say it is not contradicted. */
    private static boolean reachable(@Nullable Integer status) {
        return status == null || status != INVALID && status != UNAVAILABLE;
    }
}
