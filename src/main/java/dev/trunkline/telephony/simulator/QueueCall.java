package dev.trunkline.telephony.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's call through a queue, with the events Asterisk 22 sends for it.
 *
 * <pre>
 *   ANNOUNCED ──> WAITING <──────────────┐
 *       │            ├──offer──> RINGING ─┤ refused, rung out
 *       │            │              └──answered──> TALKING
 *       │            └──time-out──> SENT_AWAY        │
 *       └──────────── either side hangs up ──────────┴──> OVER
 * </pre>
 */
final class QueueCall implements Phone.Line {
    private static final Duration FAREWELL = Duration.ofMillis(2_800);

    private enum State {
        ANNOUNCED,
        WAITING,
        RINGING,
        TALKING,
        SENT_AWAY,
        OVER
    }

    private final Exchange exchange;
    private final Wire wire;
    private final Channel caller;
    private final SimulatedQueue queue;
    private final People people;
    private State state = State.ANNOUNCED;
    private boolean mayBeOffered = true;
    private Timeline.Cancellable timer = () -> {};
    private Timeline.Cancellable patience = () -> {};
    private Instant joinedAt = Instant.MAX;
    private Instant offeredAt = Instant.MAX;
    private Instant talkingSince = Instant.MAX;
    private Duration talked = Duration.ZERO;
    private long waitedSeconds;
    private @Nullable String recording;
    private @Nullable Member member;
    private @Nullable Channel agent;
    private String bridge = "";

    QueueCall(Exchange exchange, Channel caller, SimulatedQueue queue, People people) {
        this.exchange = exchange;
        this.wire = exchange.wire;
        this.caller = caller;
        this.queue = queue;
        this.people = people;
    }

    String id() {
        return caller.id;
    }

    boolean wantsAgent() {
        return state == State.WAITING && mayBeOffered;
    }

    boolean waiting() {
        return state == State.WAITING || state == State.RINGING;
    }

    Channel caller() {
        return caller;
    }

    long waitedSeconds() {
        return Duration.between(joinedAt, exchange.timeline.now()).toSeconds();
    }

    void begin() {
        wire.channel("Newchannel", caller);
        caller.context = "queue-call";
        wire.user(
                "TrunklineCall",
                caller,
                "Did",
                caller.exten,
                "Presentation",
                caller.withheld ? "prohib_passed_screen" : "allowed_not_screened");
        wire.state(caller, Channel.UP);
        wire.device("PJSIP/" + Exchange.TRUNK, "INUSE");
        caller.application = "Playback";
        timer = exchange.timeline.after(exchange.config.notice(), this::join);
    }

    private void join() {
        if (exchange.records(queue.name)) {
            record();
        }
        state = State.WAITING;
        joinedAt = exchange.timeline.now();
        queue.waiting.add(this);
        caller.application = "Queue";
        caller.applicationData = queue.name + ",r,,,300";
        exchange.ledger.joined(id(), queue.name, joinedAt);
        wire.journal().runs(caller);
        wire.device("Queue:" + queue.name, "RINGING");
        wire.send(caller.describe(wire.event("QueueCallerJoin", "agent"))
                .with("Queue", queue.name)
                .with("Position", queue.waiting.size())
                .with("Count", queue.waiting.size()));
        wire.journal()
                .queued(
                        caller,
                        queue.name,
                        null,
                        "ENTERQUEUE",
                        "",
                        caller.callerNumber == null ? "" : caller.callerNumber,
                        queue.waiting.size());
        patience = exchange.timeline.after(exchange.patience(queue.name), this::sendAway);
        people.waits(this);
        exchange.serve(queue);
    }

    private void record() {
        recording = caller.linkedId + "-" + caller.id + "-"
                + exchange.timeline.now().getEpochSecond();
        String exten = caller.exten;
        caller.context = "record";
        caller.exten = "s";
        wire.channel("MixMonitorStart", caller);
        wire.user("TrunklineRecording", caller, "File", recording);
        caller.context = "queue-call";
        caller.exten = exten;
    }

    void offer(Member to) {
        state = State.RINGING;
        member = to;
        offeredAt = exchange.timeline.now();
        Channel leg = exchange.newChannel(to.phone.extension, null, caller.linkedId, Channel.DOWN, "from-agents", "s");
        leg.callerNumber = to.phone.extension;
        agent = leg;
        wire.channel("Newchannel", leg);
        // Asterisk tells of the dialling with the leg as it was made.
        Message dialling = wire.dialling("DialBegin", caller, leg, "DialString", to.phone.device());
        leg.connectedTo(caller);
        leg.exten = caller.exten;
        leg.application = "AppQueue";
        leg.applicationData = "(Outgoing Line)";
        wire.send(agentEvent("AgentCalled", to, leg));
        wire.send(dialling);
        caller.connectedTo(leg);
        wire.channel("NewConnectedLine", caller);
        to.phone.take(this, leg);
        wire.state(leg, Channel.RINGING);
        wire.channel("NewConnectedLine", leg);
        wire.dial("DialState", caller, leg, "DialStatus", "RINGING");
        exchange.changed(to.phone);
        timer = exchange.timeline.after(exchange.config.ring(), () -> rangOut(to.phone));
        people.rings(to.phone);
    }

    @Override
    public void answered(Phone phone) {
        if (state != State.RINGING || member == null || agent == null) {
            return;
        }
        timer.cancel();
        patience.cancel();
        state = State.TALKING;
        talkingSince = exchange.timeline.now();
        waitedSeconds = waitedSeconds();
        wire.state(agent, Channel.UP);
        wire.dial("DialEnd", caller, agent, "DialStatus", "ANSWER");
        leaveQueue();
        exchange.ledger.left(id(), talkingSince, QueueStay.End.ANSWERED, phone.extension);
        wire.journal()
                .queued(
                        caller,
                        queue.name,
                        phone.extension,
                        "CONNECT",
                        waitedSeconds,
                        agent.id,
                        Duration.between(offeredAt, talkingSince).toSeconds());
        wire.send(agentEvent("AgentConnect", member, agent)
                .with("HoldTime", waitedSeconds)
                .with("RingTime", Duration.between(offeredAt, talkingSince).toSeconds()));
        bridge = UUID.randomUUID().toString();
        wire.bridge("BridgeCreate", bridge, 0);
        wire.bridge("BridgeEnter", bridge, 1, agent);
        wire.bridge("BridgeEnter", bridge, 2, caller);
        member.inCall = true;
        exchange.changed(phone);
        people.talks(this, phone);
    }

    @Override
    public void rangOut(Phone phone) {
        if (state != State.RINGING || member == null || agent == null) {
            return;
        }
        long rang = Duration.between(offeredAt, exchange.timeline.now()).toMillis();
        wire.send(agentEvent("AgentRingNoAnswer", member, agent).with("RingTime", rang));
        wire.journal().queued(caller, queue.name, phone.extension, "RINGNOANSWER", rang);
        withdraw("NOANSWER");
        retry();
    }

    @Override
    public void refused(Phone phone) {
        if (state != State.RINGING || member == null || agent == null) {
            return;
        }
        Channel leg = agent;
        wire.send(leg.describe(wire.event("HangupRequest", "call"))
                .with("Cause", 17)
                .with("TechCause", 486));
        wire.dial("DialEnd", caller, leg, "DialStatus", "BUSY");
        wire.send(agentEvent("AgentRingNoAnswer", member, leg).with("RingTime", 0));
        wire.journal().queued(caller, queue.name, phone.extension, "RINGNOANSWER", 0);
        timer.cancel();
        wire.hangup(leg, 17, "User busy", 486);
        exchange.gone(leg);
        agentFree();
        retry();
    }

    private void retry() {
        state = State.WAITING;
        mayBeOffered = false;
        timer = exchange.timeline.after(exchange.config.retry(), () -> {
            mayBeOffered = true;
            exchange.serve(queue);
        });
    }

    /** The agent's phone stops ringing. */
    private void withdraw(String why) {
        timer.cancel();
        if (agent != null) {
            wire.dial("DialEnd", caller, agent, "DialStatus", why);
            wire.dial("DialEnd", caller, agent, "DialStatus", "CANCEL");
            wire.hangup(agent, 0, "Unknown");
            exchange.gone(agent);
            agentFree();
        }
    }

    private void agentFree() {
        Member was = member;
        member = null;
        agent = null;
        if (was != null) {
            was.phone.free();
            exchange.changed(was.phone);
        }
    }

    /** The caller has waited long enough. */
    private void sendAway() {
        if (state == State.RINGING) {
            cancelRinging();
        }
        timer.cancel();
        state = State.SENT_AWAY;
        abandon("EXITWITHTIMEOUT", QueueStay.End.TIMED_OUT);
        wire.user("TrunklineQueueLeft", caller, "Queue", queue.name, "Status", "TIMEOUT");
        caller.application = "Playback";
        timer = exchange.timeline.after(FAREWELL, () -> end(16, "Normal Clearing"));
    }

    private void cancelRinging() {
        if (member != null) {
            long rang = Duration.between(offeredAt, exchange.timeline.now()).toMillis();
            wire.journal().queued(caller, queue.name, member.phone.extension, "RINGCANCELED", rang);
        }
        withdraw("CANCEL");
    }

    /** @param word what queue_log calls it */
    private void abandon(String word, QueueStay.End how) {
        int position = queue.waiting.indexOf(this) + 1;
        exchange.ledger.left(id(), exchange.timeline.now(), how, null);
        wire.journal().queued(caller, queue.name, null, word, position, position, waitedSeconds());
        wire.journal().ran(caller);
        wire.send(caller.describe(wire.event("QueueCallerAbandon", "agent"))
                .with("Queue", queue.name)
                .with("Position", position)
                .with("OriginalPosition", 1)
                .with("HoldTime", waitedSeconds()));
        leaveQueue();
    }

    private void leaveQueue() {
        int position = queue.waiting.indexOf(this) + 1;
        queue.waiting.remove(this);
        wire.send(caller.describe(wire.event("QueueCallerLeave", "agent"))
                .with("Queue", queue.name)
                .with("Position", position)
                .with("Count", queue.waiting.size()));
    }

    /** The caller hangs up, whatever is going on. */
    void callerHangsUp() {
        switch (state) {
            case OVER -> {}
            case ANNOUNCED, SENT_AWAY -> {
                wire.channel("HangupRequest", caller);
                end(0, "Unknown");
            }
            case WAITING -> {
                wire.channel("HangupRequest", caller);
                abandon("ABANDON", QueueStay.End.ABANDONED);
                end(0, "Unknown");
            }
            case RINGING -> {
                wire.channel("HangupRequest", caller);
                cancelRinging();
                abandon("ABANDON", QueueStay.End.ABANDONED);
                end(0, "Unknown");
            }
            case TALKING -> completed("caller");
        }
    }

    @Override
    public void hungUp(Phone phone) {
        if (state == State.TALKING) {
            completed("agent");
        } else {
            refused(phone);
        }
    }

    private void completed(String reason) {
        if (member == null || agent == null) {
            return;
        }
        Channel leg = agent;
        Channel first = reason.equals("agent") ? leg : caller;
        Channel second = first == leg ? caller : leg;
        talked = Duration.between(talkingSince, exchange.timeline.now());
        wire.channel("HangupRequest", first);
        wire.send(agentEvent("AgentComplete", member, leg)
                .with("HoldTime", waitedSeconds)
                .with("TalkTime", talked.toSeconds())
                .with("Reason", reason));
        wire.journal()
                .queued(
                        caller,
                        queue.name,
                        member.phone.extension,
                        reason.equals("agent") ? "COMPLETEAGENT" : "COMPLETECALLER",
                        waitedSeconds,
                        talked.toSeconds(),
                        1);
        wire.bridge("BridgeLeave", bridge, 1, first);
        wire.bridge("BridgeLeave", bridge, 0, second);
        wire.bridge("BridgeDestroy", bridge, 0);
        member.callsTaken++;
        member.lastCall = exchange.timeline.now().getEpochSecond();
        member.inCall = false;
        wire.journal().ran(caller);
        end(16, "Normal Clearing");
        wire.hangup(leg, 16, "Normal Clearing");
        exchange.gone(leg);
        agentFree();
    }

    private void end(int cause, String text) {
        timer.cancel();
        patience.cancel();
        state = State.OVER;
        wire.softHangup(caller);
        wire.hangup(caller, cause, text);
        exchange.gone(caller);
        exchange.over(this, recording, talked);
    }

    private Message agentEvent(String name, Member to, Channel leg) {
        return leg.describe(caller.describe(wire.event(name, "agent")), "Dest")
                .with("Queue", queue.name)
                .with("Interface", to.phone.device())
                .with("MemberName", to.phone.extension);
    }
}
