package dev.trunkline.boot.demo;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.CompleteReason;
import dev.trunkline.call.CallEvent.DialStatus;
import dev.trunkline.call.CallEvent.QueueExitReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a PBX would have told of a call, step by step, as Asterisk 22 tells it. The demo's PBX has a name of its own, so
 * that its calls are nobody else's.
 */
final class CallScript {
    static final String PBX = "demo";

    private final List<CallEvent> events = new ArrayList<>();
    private final AtomicInteger channels;
    private final String id;
    private Instant now;
    private String queue = "";
    private String agent = "";
    private String other = "";

    /** @param channels counts the PBX's channels */
    CallScript(Instant start, AtomicInteger channels) {
        this.channels = channels;
        this.now = start;
        this.id = nextId();
    }

    List<CallEvent> events() {
        return events;
    }

    Instant now() {
        return now;
    }

    CallScript passes(Duration time) {
        now = now.plus(time);
        return this;
    }

    CallScript customerCalls(@Nullable String number, @Nullable String name, boolean withheld, String did) {
        add(new CallEvent.LegStarted(PBX, now, id, id, channel("lab"), number, name, withheld, did, "from-trunk"));
        add(new CallEvent.CallerPresented(PBX, now, id, id, did, withheld));
        return add(new CallEvent.LegAnswered(PBX, now, id, id));
    }

    CallScript joins(String which) {
        queue = which;
        return add(new CallEvent.QueueJoined(PBX, now, id, id, queue, 1));
    }

    CallScript rings(String extension) {
        agent = extension;
        other = nextId();
        add(new CallEvent.LegStarted(PBX, now, id, other, channel(agent), agent, null, false, null, "from-agents"));
        add(new CallEvent.OfferStarted(PBX, now, id, queue, agent, other));
        add(new CallEvent.DialStarted(PBX, now, id, id, other, agent));
        passes(Duration.ofMillis(120));
        return add(new CallEvent.LegRinging(PBX, now, id, other));
    }

    /** The phone was not picked up. */
    CallScript ringsOut(Duration rang) {
        passes(rang);
        add(new CallEvent.OfferRefused(PBX, now, id, queue, agent, rang.toMillis()));
        add(new CallEvent.DialEnded(PBX, now, id, other, DialStatus.NOANSWER));
        return ended(other, 0, null);
    }

    CallScript agentAnswers() {
        answered();
        add(new CallEvent.QueueLeft(PBX, now, id, id, queue));
        add(new CallEvent.AgentConnected(PBX, now, id, queue, agent, other));
        return bridged();
    }

    CallScript holds(Duration time) {
        add(new CallEvent.HoldStarted(PBX, now, id, other));
        passes(time);
        return add(new CallEvent.HoldEnded(PBX, now, id, other));
    }

    /** The end of a queue call in which an agent talked. */
    CallScript hangsUp(boolean byAgent) {
        add(new CallEvent.HangupRequested(PBX, now, id, byAgent ? other : id));
        add(new CallEvent.AgentCompleted(
                PBX, now, id, queue, agent, byAgent ? CompleteReason.AGENT : CompleteReason.CALLER));
        return over();
    }

    /** The caller hangs up while waiting. */
    CallScript givesUp(boolean whileRinging) {
        add(new CallEvent.HangupRequested(PBX, now, id, id));
        if (whileRinging) {
            add(new CallEvent.DialEnded(PBX, now, id, other, DialStatus.CANCEL));
            ended(other, 0, null);
        }
        add(new CallEvent.QueueAbandoned(PBX, now, id, id, queue));
        add(new CallEvent.QueueLeft(PBX, now, id, id, queue));
        return ended(id, 0, null);
    }

    /** The queue's time ran out. */
    CallScript sentAway() {
        add(new CallEvent.QueueAbandoned(PBX, now, id, id, queue));
        add(new CallEvent.QueueLeft(PBX, now, id, id, queue));
        add(new CallEvent.QueueExited(PBX, now, id, queue, QueueExitReason.TIMEOUT));
        passes(Duration.ofMillis(2_800));
        return ended(id, 16, null);
    }

    /** An agent's phone dials somebody outside, or a colleague. */
    CallScript agentDials(String extension, String number, @Nullable String colleague) {
        add(new CallEvent.LegStarted(
                PBX, now, id, id, channel(extension), extension, null, false, number, "from-agents"));
        passes(Duration.ofMillis(400));
        other = nextId();
        String endpoint = colleague == null ? "lab" : colleague;
        add(new CallEvent.LegStarted(
                PBX,
                now,
                id,
                other,
                channel(endpoint),
                number,
                null,
                false,
                null,
                colleague == null ? "from-trunk" : "from-agents"));
        return add(new CallEvent.DialStarted(PBX, now, id, id, other, number + "@" + endpoint));
    }

    CallScript farRings() {
        return add(new CallEvent.LegRinging(PBX, now, id, other));
    }

    CallScript farAnswers() {
        answered();
        add(new CallEvent.LegAnswered(PBX, now, id, id));
        return bridged();
    }

    CallScript farOver(boolean byAgent) {
        return add(new CallEvent.HangupRequested(PBX, now, id, byAgent ? id : other))
                .over();
    }

    /** Nobody was reached. */
    CallScript farUnreached(DialStatus status, int cause, String techCause) {
        add(new CallEvent.DialEnded(PBX, now, id, other, status));
        ended(other, cause, techCause);
        return ended(id, cause, null);
    }

    private void answered() {
        add(new CallEvent.LegAnswered(PBX, now, id, other));
        add(new CallEvent.DialEnded(PBX, now, id, other, DialStatus.ANSWER));
    }

    private CallScript bridged() {
        add(new CallEvent.BridgeEntered(PBX, now, id, other, "bridge-" + id));
        return add(new CallEvent.BridgeEntered(PBX, now, id, id, "bridge-" + id));
    }

    private CallScript over() {
        add(new CallEvent.BridgeLeft(PBX, now, id, id, "bridge-" + id));
        add(new CallEvent.BridgeLeft(PBX, now, id, other, "bridge-" + id));
        return ended(id, 16, null).ended(other, 16, null);
    }

    private CallScript ended(String leg, int cause, @Nullable String techCause) {
        return add(new CallEvent.LegEnded(PBX, now, id, leg, cause, techCause));
    }

    private CallScript add(CallEvent event) {
        events.add(event);
        return this;
    }

    private String nextId() {
        return PBX + "-" + now.getEpochSecond() + "." + channels.getAndIncrement();
    }

    private String channel(String endpoint) {
        return "PJSIP/%s-%08x".formatted(endpoint, channels.get());
    }
}
