package dev.trunkline.telephony.ami;

import dev.trunkline.call.CoachCommands;
import dev.trunkline.call.CoachMode;
import dev.trunkline.telephony.ami.action.CallerPriorityAction;
import dev.trunkline.telephony.ami.action.WithdrawCallerAction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.RedirectAction;

/**
 * What those who answer for agents ask for, as AMI actions. Channels are sent into parts of the dialplan that nobody can
 * dial and that check what they are given; no application's options cross the link.
 */
@ApplicationScoped
class AmiCoachCommands implements CoachCommands {
    /** The dialplan context in which a coach hears an agent's leg; its extensions are the modes. */
    private static final String COACHING = "coaching";

    /** The dialplan context that rings a coach for a party of an agent's talk. */
    private static final String TAKE_OVER = "take-over";

    private static final long RING_COACH_MS = 30_000;

    private final AmiCommandLink link;
    private final AgentDevices devices;

    AmiCoachCommands(AmiCommandLink link, AgentDevices devices) {
        this.link = link;
        this.devices = devices;
    }

    @Override
    public Uni<Void> coach(String legId, String coach, String agent, String agentChannel, CoachMode mode) {
        OriginateAction originate = new OriginateAction();
        originate.setChannel(devices.inUse(coach));
        originate.setChannelId(AmiWords.id(legId));
        originate.setContext(COACHING);
        originate.setExten(mode.word());
        originate.setPriority(1);
        originate.setCallerId(AmiWords.word("agent", agent));
        originate.setTimeout(RING_COACH_MS);
        originate.setAsync(true);
        originate.setVariable("COACHED", AmiWords.channel(agentChannel));
        if (devices.atBrowser(coach)) {
            // The coach has just asked for this and need not answer it too.
            originate.setVariable("PJSIP_HEADER(add,X-Trunkline-Answer)", "auto");
        }
        return run(originate);
    }

    @Override
    public Uni<Void> change(String coachLegId, CoachMode mode) {
        return run(new RedirectAction(AmiWords.id(coachLegId), COACHING, mode.word(), 1));
    }

    @Override
    public Uni<Void> takeOver(String legId, String coach) {
        return run(new RedirectAction(AmiWords.id(legId), TAKE_OVER, AmiWords.word("coach", coach), 1));
    }

    @Override
    public Uni<Void> moveToQueue(String channel, String queue, String toQueue) {
        return run(new WithdrawCallerAction(
                AmiWords.word("queue", queue), AmiWords.channel(channel), AmiWords.word("queue", toQueue)));
    }

    @Override
    public Uni<Void> moveToFront(String channel, String queue, int priority) {
        return run(new CallerPriorityAction(AmiWords.word("queue", queue), AmiWords.channel(channel), priority));
    }

    private Uni<Void> run(ManagerAction action) {
        return link.send(action).chain(AmiWords::done);
    }
}
