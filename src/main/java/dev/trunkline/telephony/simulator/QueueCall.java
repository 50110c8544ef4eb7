package dev.trunkline.telephony.simulator;

import dev.trunkline.telephony.simulator.Offers.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's call through a queue, with the events Asterisk 22 sends for it.
 *
 * <pre>
 *   ANNOUNCED ──> WAITING <──────────────┐
 *       │            ├──offer──> RINGING ─┤ refused, rung out
 *       │            │              └──answered──> TALKING
 *       │            ├──time-out──> WAITING in the queue callers overflow to
 *       │            └──time-out──> SENT_AWAY        │
 *       └──────────── either side hangs up ──────────┴──> OVER
 * </pre>
 */
final class QueueCall implements Phone.Line {
    private static final Duration FAREWELL = Duration.ofMillis(2_800);

    /** As the dialplan has it. */
    private static final int MOST_OVERFLOWS = 5;

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
    private SimulatedQueue queue;
    private final People people;
    private State state = State.ANNOUNCED;
    private boolean mayBeOffered = true;
    private Timeline.Cancellable timer = () -> {};
    private Timeline.Cancellable patience = () -> {};
    private Instant joinedAt = Instant.MAX;
    private Instant talkingSince = Instant.MAX;
    private Duration talked = Duration.ZERO;
    private long waitedSeconds;
    private @Nullable String recording;
    private final Offers offers;
    private @Nullable Offer taken;
    private int overflows;
    private String bridge = "";

    QueueCall(Exchange exchange, Channel caller, SimulatedQueue queue, People people) {
        this.exchange = exchange;
        this.wire = exchange.wire;
        this.caller = caller;
        this.queue = queue;
        this.people = people;
        this.offers = new Offers(exchange, caller, this, queue);
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
        if (recording == null && exchange.records(queue.name)) {
            record();
        }
        if (queue.full()) {
            goOn("FULL");
            return;
        }
        state = State.WAITING;
        joinedAt = exchange.timeline.now();
        queue.waiting.add(this);
        caller.application = "Queue";
        caller.applicationData = queue.name + ",r,,,300";
        wire.device("Queue:" + queue.name, "RINGING");
        wire.send(caller.describe(wire.event("QueueCallerJoin", "agent"))
                .with("Queue", queue.name)
                .with("Position", queue.waiting.size())
                .with("Count", queue.waiting.size()));
        exchange.books.joined(caller, queue, joinedAt);
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

    /** Rings them all for this caller. */
    void offer(List<Member> to) {
        state = State.RINGING;
        offers.begin(queue, to);
        timer = exchange.timeline.after(
                queue.rules().ring(), () -> offers.all().forEach(offer -> rangOut(offer.member().phone)));
        to.forEach(member -> people.rings(member.phone));
    }

    private Optional<Offer> offerTo(Phone phone) {
        return state == State.RINGING ? offers.on(phone) : Optional.empty();
    }

    @Override
    public void answered(Phone phone) {
        offerTo(phone).ifPresent(offer -> answered(offer, phone));
    }

    private void answered(Offer offer, Phone phone) {
        timer.cancel();
        patience.cancel();
        state = State.TALKING;
        taken = offer;
        talkingSince = exchange.timeline.now();
        waitedSeconds = waitedSeconds();
        Duration rang = offers.time();
        offers.answered(offer);
        leaveQueue();
        exchange.books.connected(caller, queue, offer.member(), offer.leg(), waitedSeconds, rang);
        wire.send(offers.event("AgentConnect", offer)
                .with("HoldTime", waitedSeconds)
                .with("RingTime", rang.toSeconds()));
        bridge = UUID.randomUUID().toString();
        wire.bridge("BridgeCreate", bridge, 0);
        wire.bridge("BridgeEnter", bridge, 1, offer.leg());
        wire.bridge("BridgeEnter", bridge, 2, caller);
        offer.member().inCall = true;
        exchange.changed(phone);
        people.talks(this, phone);
    }

    @Override
    public void rangOut(Phone phone) {
        offerTo(phone).ifPresent(offer -> {
            offers.rangOut(offer);
            retryWhenNobodyRings();
        });
    }

    @Override
    public void refused(Phone phone) {
        offerTo(phone).ifPresent(offer -> {
            offers.refused(offer);
            retryWhenNobodyRings();
        });
    }

    private void retryWhenNobodyRings() {
        if (!offers.none()) {
            return;
        }
        timer.cancel();
        state = State.WAITING;
        mayBeOffered = false;
        timer = exchange.timeline.after(queue.rules().pause(), () -> {
            mayBeOffered = true;
            exchange.serve(queue);
        });
    }

    /** The caller has waited long enough. */
    private void sendAway() {
        offers.withdrawAll();
        timer.cancel();
        abandon(QueueStay.End.TIMED_OUT);
        goOn("TIMEOUT");
    }

    /** To the queue that callers overflow to, else home. Nobody is outside to be rung. */
    private void goOn(String why) {
        wire.user("TrunklineQueueLeft", caller, "Queue", queue.name, "Status", why);
        Optional<SimulatedQueue> next = ++overflows > MOST_OVERFLOWS ? Optional.empty() : exchange.overflow(queue);
        if (next.isPresent()) {
            queue = next.get();
            mayBeOffered = true;
            join();
            return;
        }
        state = State.SENT_AWAY;
        caller.application = "Playback";
        timer = exchange.timeline.after(FAREWELL, () -> end(16, "Normal Clearing"));
    }

    private void abandon(QueueStay.End how) {
        exchange.books.lost(caller, queue, how, queue.waiting.indexOf(this) + 1, waitedSeconds());
        wire.send(caller.describe(wire.event("QueueCallerAbandon", "agent"))
                .with("Queue", queue.name)
                .with("Position", queue.waiting.indexOf(this) + 1)
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
                abandon(QueueStay.End.ABANDONED);
                end(0, "Unknown");
            }
            case RINGING -> {
                wire.channel("HangupRequest", caller);
                timer.cancel();
                offers.withdrawAll();
                abandon(QueueStay.End.ABANDONED);
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
        Offer talk = taken;
        if (talk == null) {
            return;
        }
        Channel leg = talk.leg();
        Channel first = reason.equals("agent") ? leg : caller;
        Channel second = first == leg ? caller : leg;
        talked = Duration.between(talkingSince, exchange.timeline.now());
        wire.channel("HangupRequest", first);
        wire.send(offers.event("AgentComplete", talk)
                .with("HoldTime", waitedSeconds)
                .with("TalkTime", talked.toSeconds())
                .with("Reason", reason));
        exchange.books.completed(caller, queue, talk.member(), reason, waitedSeconds, talked);
        wire.bridge("BridgeLeave", bridge, 1, first);
        wire.bridge("BridgeLeave", bridge, 0, second);
        wire.bridge("BridgeDestroy", bridge, 0);
        talk.member().callsTaken++;
        talk.member().lastCall = exchange.timeline.now().getEpochSecond();
        talk.member().inCall = false;
        end(16, "Normal Clearing");
        wire.hangup(leg, 16, "Normal Clearing");
        offers.free(talk);
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
}
