package dev.trunkline.telephony.simulator;

import dev.trunkline.telephony.dialplan.RouteAdvice;
import dev.trunkline.telephony.dialplan.RouteQuestion;
import dev.trunkline.telephony.simulator.Offers.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer's call through a queue, with the events Asterisk 22 sends for it.
 *
 * <pre>
 *   ANNOUNCED ──> WAITING <──────────────┐     (ANNOUNCED: asked where to, and told of the recording)
 *       │            ├──offer──> RINGING ─┤ refused, rung out
 *       │            │              └──answered──> TALKING
 *       │            ├──time-out──> WAITING in the queue callers overflow to
 *       │            └──time-out──> SENT_AWAY        ├──taken over──> TAKEN
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
        TAKEN,
        SENT_AWAY,
        OVER
    }

    private final Exchange exchange;
    private final Wire wire;
    private final Channel caller;
    private SimulatedQueue queue;
    private int priority;
    private final People people;
    private State state = State.ANNOUNCED;
    private boolean mayBeOffered = true;
    private Timeline.Cancellable timer = () -> {};
    private Timeline.Cancellable patience = () -> {};
    private Instant joinedAt = Instant.MAX;
    private Duration talked = Duration.ZERO;
    private @Nullable String recording;
    private final Offers offers;
    private final List<Talk> takenOut = new ArrayList<>();
    private @Nullable Talk talk;
    private @Nullable SimulatedQueue movesTo;
    private @Nullable TakenCall withCoach;
    private int overflows;

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

    int priority() {
        return priority;
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
        exchange.asking.ask(
                new RouteQuestion(caller.linkedId, caller.exten, caller.callerNumber, caller.withheld), this::routed);
    }

    private void routed(RouteAdvice advice) {
        if (state == State.OVER) {
            return;
        }
        switch (advice) {
            case RouteAdvice.Refuse refuse -> end(refuse.cause(), refuse.cause() == 17 ? "User busy" : "Call Rejected");
            case RouteAdvice.Join join -> {
                String wanted = join.queue();
                queue = wanted == null ? queue : exchange.queue(wanted).orElse(queue);
                priority = join.priority();
                welcome();
            }
        }
    }

    private void welcome() {
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
        int place = queue.join(this);
        caller.application = "Queue";
        caller.applicationData = queue.name + ",r,,,300";
        wire.device("Queue:" + queue.name, "RINGING");
        wire.send(caller.describe(wire.event("QueueCallerJoin", "agent"))
                .with("Queue", queue.name)
                .with("Position", place)
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
        talk = new Talk(exchange, caller, queue, offers, offer, waitedSeconds());
        Duration rang = offers.time();
        offers.answered(offer);
        leaveQueue();
        talk.begin(rang);
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
        if (movesTo != null) {
            move(movesTo);
            return;
        }
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

    /** Somebody who may sends the caller on to another queue. A phone that rings for the caller may still be taken. */
    void moveTo(SimulatedQueue other) {
        if (state == State.RINGING) {
            movesTo = other;
        } else if (state == State.WAITING) {
            move(other);
        }
    }

    private void move(SimulatedQueue other) {
        movesTo = null;
        timer.cancel();
        patience.cancel();
        abandon(QueueStay.End.MOVED);
        wire.user("TrunklineQueueLeft", caller, "Queue", queue.name, "Status", "WITHDRAW");
        queue = other;
        mayBeOffered = true;
        join();
    }

    /** A coach takes the caller out of the talk. */
    void takenOver(Phone by) {
        if (state == State.TALKING && talk != null) {
            talked = talk.time();
            talk.takenOut();
            takenOut.add(talk);
            state = State.TAKEN;
            withCoach = new TakenCall(exchange, this, by, people);
            withCoach.begin();
        }
    }

    /** The coach did not take the call. */
    void backToTheQueue() {
        withCoach = null;
        mayBeOffered = true;
        join();
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
            case TAKEN -> {
                if (withCoach != null) {
                    withCoach.callerHangsUp();
                }
            }
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

    private void completed(String by) {
        if (talk != null) {
            talked = talk.time();
            talk.completed(by);
            end(16, "Normal Clearing");
            talk.legGone();
        }
    }

    /** Nobody has the call any more. */
    void end(int cause, String text) {
        timer.cancel();
        patience.cancel();
        state = State.OVER;
        wire.softHangup(caller);
        wire.hangup(caller, cause, text);
        exchange.gone(caller);
        takenOut.forEach(Talk::completedLate);
        exchange.over(this, recording, talked);
    }
}
