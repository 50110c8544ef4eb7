package dev.trunkline.telephony.ami;

import dev.trunkline.call.PbxCommands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.QueuePauseAction;
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
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern CALL_ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern DIALLED = Pattern.compile("[0-9+*#]{1,32}");
    private static final int LONGEST_TEXT = 200;

    /** The dialplan context that agents' phones dial in. */
    private static final String AGENTS_CONTEXT = "from-agents";

    /** How long the agent's own phone is rung before the number is dialled. */
    private static final long RING_AGENT_MS = 30_000;

    private final AmiCommandLink link;

    AmiCommands(AmiCommandLink link) {
        this.link = link;
    }

    @Override
    public Uni<Void> joinQueue(String queue, String agent) {
        QueueAddAction add = new QueueAddAction(word("queue", queue), device(agent));
        add.setMemberName(agent);
        add.setStateInterface(device(agent));
        add.setPenalty(0);
        add.setPaused(false);
        return link.send(add)
                .chain(response -> says(response, "already there") ? unpause(queue, agent) : done(response));
    }

    private Uni<Void> unpause(String queue, String agent) {
        return link.send(new QueuePauseAction(device(agent), queue, false)).chain(AmiCommands::done);
    }

    @Override
    public Uni<Void> leaveQueue(String queue, String agent) {
        return run(new QueueRemoveAction(word("queue", queue), device(agent)), response -> says(response, "not there"));
    }

    @Override
    public Uni<Void> pause(String agent, boolean paused, @Nullable String reason) {
        QueuePauseAction pause = new QueuePauseAction(device(agent), paused);
        if (reason != null) {
            pause.setReason(text("reason", reason));
        }
        return run(pause, response -> says(response, "not found"));
    }

    @Override
    public Uni<Void> dial(String callId, String agent, String to) {
        OriginateAction originate = new OriginateAction();
        originate.setChannel(device(agent));
        originate.setChannelId(matching(CALL_ID, "call id", callId));
        originate.setContext(AGENTS_CONTEXT);
        originate.setExten(matching(DIALLED, "number", to));
        originate.setPriority(1);
        originate.setCallerId(agent);
        originate.setTimeout(RING_AGENT_MS);
        originate.setAsync(true);
        return run(originate, response -> false);
    }

    @Override
    public Uni<Void> setQueuePolicy(String queue, String key, String value) {
        String variable = "trunkline/queue/" + word("queue", queue) + "/" + word("key", key);
        return run(new SetVarAction(variable, text("value", value)), response -> false);
    }

    private Uni<Void> run(ManagerAction action, Predicate<ManagerResponse> harmless) {
        return link.send(action)
                .chain(response -> harmless.test(response) ? Uni.createFrom().voidItem() : done(response));
    }

    private static Uni<Void> done(ManagerResponse response) {
        if (response instanceof ManagerError) {
            String message = HostileText.clean(response.getMessage(), LONGEST_TEXT);
            return Uni.createFrom().failure(new PbxRefused("The PBX refused: " + message));
        }
        return Uni.createFrom().voidItem();
    }

    private static boolean says(ManagerResponse response, String words) {
        return response instanceof ManagerError
                && response.getMessage() != null
                && response.getMessage().toLowerCase(Locale.ROOT).contains(words);
    }

    private static String device(String agent) {
        return "PJSIP/" + word("agent", agent);
    }

    private static String word(String what, String value) {
        return matching(WORD, what, value);
    }

    private static String matching(Pattern pattern, String what, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a valid " + what + " for the PBX");
        }
        return value;
    }

    private static String text(String what, String value) {
        if (!HostileText.fitsOneLine(value, LONGEST_TEXT)) {
            throw new IllegalArgumentException(
                    "The " + what + " for the PBX is too long, or has line breaks or control characters");
        }
        return value;
    }
}
