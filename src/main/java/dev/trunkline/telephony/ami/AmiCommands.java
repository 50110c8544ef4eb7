package dev.trunkline.telephony.ami;

import dev.trunkline.call.Destination;
import dev.trunkline.call.PbxCommands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.function.Predicate;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.QueuePauseAction;
import org.asteriskjava.manager.action.QueuePenaltyAction;
import org.asteriskjava.manager.action.QueueRemoveAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;

/**
 * Commands as AMI actions. Every value is checked before it goes into a line of the protocol; a value that does not pass
 * is a fault of the caller and nothing is sent.
 */
@ApplicationScoped
class AmiCommands implements PbxCommands {
    /** How long the agent's own phone is rung before the number is dialled. */
    private static final long RING_AGENT_MS = 30_000;

    private final AmiCommandLink link;
    private final AgentDevices devices;

    AmiCommands(AmiCommandLink link, AgentDevices devices) {
        this.link = link;
        this.devices = devices;
    }

    @Override
    public Uni<Void> joinQueue(String queue, String agent, int level) {
        QueueAddAction add = new QueueAddAction(AmiWords.word("queue", queue), devices.inUse(agent));
        add.setMemberName(agent);
        add.setStateInterface(devices.inUse(agent));
        add.setPenalty(level);
        add.setPaused(false);
        return leave(queue, devices.other(agent))
                .chain(() -> link.send(add))
                .chain(response -> says(response, "already there")
                        ? again(queue, devices.inUse(agent), level)
                        : AmiWords.done(response));
    }

    /** The level goes first: who is free at once is rung as one of it. */
    private Uni<Void> again(String queue, String device, int level) {
        return link.send(new QueuePenaltyAction(device, level, queue))
                .chain(AmiWords::done)
                .chain(() -> link.send(new QueuePauseAction(device, queue, false)))
                .chain(AmiWords::done);
    }

    @Override
    public Uni<Void> leaveQueue(String queue, String agent) {
        return leave(queue, devices.inUse(agent)).chain(() -> leave(queue, devices.other(agent)));
    }

    private Uni<Void> leave(String queue, String device) {
        return run(
                new QueueRemoveAction(AmiWords.word("queue", queue), device), response -> says(response, "not there"));
    }

    @Override
    public Uni<Void> pause(String agent, boolean paused, @Nullable String reason) {
        QueuePauseAction pause = new QueuePauseAction(devices.inUse(agent), paused);
        if (reason != null) {
            pause.setReason(AmiWords.text("reason", reason));
        }
        return run(pause, response -> says(response, "not found"));
    }

    @Override
    public Uni<Void> dial(String callId, String agent, Destination to) {
        OriginateAction originate = new OriginateAction();
        originate.setChannel(devices.inUse(agent));
        originate.setChannelId(AmiWords.id(callId));
        originate.setContext(AmiWords.context(to));
        originate.setExten(AmiWords.number(to));
        originate.setPriority(1);
        originate.setCallerId(agent);
        originate.setTimeout(RING_AGENT_MS);
        originate.setAsync(true);
        if (devices.atBrowser(agent)) {
            // The agent has just asked for this call and need not answer it too.
            originate.setVariable("PJSIP_HEADER(add,X-Trunkline-Answer)", "auto");
        }
        return run(originate, response -> false);
    }

    @Override
    public Uni<Void> setQueuePolicy(String queue, String key, String value) {
        String variable = "trunkline/queue/" + AmiWords.word("queue", queue) + "/" + AmiWords.word("key", key);
        return run(new SetVarAction(variable, AmiWords.text("value", value)), response -> false);
    }

    private Uni<Void> run(ManagerAction action, Predicate<ManagerResponse> harmless) {
        return link.send(action)
                .chain(response -> harmless.test(response) ? Uni.createFrom().voidItem() : AmiWords.done(response));
    }

    private static boolean says(ManagerResponse response, String words) {
        return response instanceof ManagerError
                && response.getMessage() != null
                && response.getMessage().toLowerCase(Locale.ROOT).contains(words);
    }
}
