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
                        Fields.optionalWord(e.getPausedReason()));
            // asterisk-java keeps this event's reason apart from that of the kinds it extends.
            case QueueMemberPauseEvent e ->
                new PbxState.Member(
                        pbx,
                        at,
                        Fields.word("Queue", e.getQueue()),
                        Fields.agent(e.getMemberName(), e.getInterface()),
                        Boolean.TRUE.equals(e.getPaused()),
                        Fields.optionalWord(e.getPausedreason()));
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
                        Fields.optionalWord(e.getPausedreason()));
            default -> null;
        };
    }
}
