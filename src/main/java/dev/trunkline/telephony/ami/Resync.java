package dev.trunkline.telephony.ami;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.CallVerified;
import dev.trunkline.call.OpenCallIds;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.CoachLeg;
import dev.trunkline.call.PbxState.CoachLegsVerified;
import dev.trunkline.call.PbxState.CoachPhase;
import dev.trunkline.call.PbxState.Member;
import dev.trunkline.call.PbxState.MemberGone;
import dev.trunkline.telephony.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.asteriskjava.manager.event.QueueStatusCompleteEvent;
import org.jspecify.annotations.Nullable;

/**
 * Closes the gap after the link was down: asks the PBX for its channels and queues and tells readers the difference. How
 * calls ended that the PBX no longer has, its lists do not say: that is left to the journal. Also knows which members each
 * queue had, so that one who left during the gap is reported gone. Not thread-safe.
 *
 * <pre>
 *   idle ──connecting──> connected ──begin──> channels ──complete──> queues ──complete──> idle
 *    ^                       └───────────────────┴───────abandon───────┘
 *    └───────────────────────────────────────────┘
 * </pre>
 *
 * <p>From connecting until the lists are told, the events of calls are held back and told after them: half a call, heard
 * without its beginning, would be taken for a whole one. What a list has in it already is then told a second time, which
 * changes nothing.
 */
final class Resync {
    /** A PBX that has been up for less may have begun to answer before it had read its queues. */
    private static final int FRESH_SECONDS = 60;
    /** A PBX that refuses its lists, or takes long to write them, holds nothing up for more than this. */
    private static final Duration LONGEST = Duration.ofSeconds(2);
    /** As many events as may be on their way elsewhere. */
    private static final int MOST_HELD = EventGate.MOST_ON_THEIR_WAY;

    private final OpenCallIds openCalls;
    private final Consumer<CallEvent> calls;
    private final Consumer<PbxState> states;
    private final Gaps gaps;
    private final AmiMeters meters;
    private final Set<Seat> seats = new HashSet<>();
    private final Set<Seat> listed = new HashSet<>();
    private final Set<String> coachLegs = new HashSet<>();
    private final List<CallEvent> held = new ArrayList<>();
    private boolean holding;
    private @Nullable Asker asker;
    private @Nullable Snapshot snapshot;
    private Instant listedAt = Instant.MAX;
    private long began;

    /** Asks the PBX; answers arrive as events. None of it blocks. */
    interface Asker {
        void channels();

        void queues();

        /** Whether the caller on this channel asked not to be identified, which no list tells. */
        void presentation(CallEvent.LegStarted leg);
    }

    /** Is told of the gap that has just been closed as far as the PBX's lists can close it. */
    interface Gaps {
        /** @param ends what to tell of the vanished calls, once the journal had its say */
        void closed(Gap gap, List<CallEvent> ends);
    }

    private record Seat(String queue, String agent) {}

    Resync(OpenCallIds openCalls, Consumer<CallEvent> calls, Consumer<PbxState> states, Gaps gaps, AmiMeters meters) {
        this.openCalls = openCalls;
        this.calls = calls;
        this.states = states;
        this.gaps = gaps;
        this.meters = meters;
    }

    /** Events that come from now on may be of calls that began during the gap. */
    void connecting() {
        holding = true;
    }

    /**
     * The link is up: asks for the lists.
     *
     * @param at the PBX's time
     */
    void begin(Asker link, Instant at) {
        asker = link;
        snapshot = new Snapshot();
        held.forEach(snapshot::live);
        listed.clear();
        coachLegs.clear();
        meters.resync();
        began = System.nanoTime();
        listedAt = at;
        holding = true;
        link.channels();
    }

    /** The link is down. */
    void abandon() {
        release();
        asker = null;
        snapshot = null;
    }

    /** Tells an event of a call, now or when the lists are told. */
    void live(CallEvent event) {
        if (snapshot != null) {
            snapshot.live(event);
        }
        if (!holding) {
            calls.accept(event);
            return;
        }
        held.add(event);
        if (held.size() >= MOST_HELD) {
            release();
        }
    }

    /** Whether something is held back. */
    boolean holds() {
        return !held.isEmpty();
    }

    /** Holds nothing back any longer than is bearable. */
    void overdue() {
        if (snapshot != null && System.nanoTime() - began > LONGEST.toNanos()) {
            release();
        }
    }

    private void release() {
        holding = false;
        held.forEach(calls);
        held.clear();
    }

    /** Every event of the link comes by here, with what was made of it. */
    void event(String pbx, Instant at, ManagerEvent event, @Nullable PbxState state) {
        remember(state);
        if (event instanceof FullyBootedEvent booted) {
            booted(booted, at);
            return;
        }
        if (snapshot == null || asker == null) {
            return;
        }
        switch (event) {
            case CoreShowChannelEvent e -> snapshot.channel(pbx, at, e);
            case CoreShowChannelsCompleteEvent ignored -> asker.queues();
            case QueueEntryEvent e -> snapshot.waiting(e);
            case QueueStatusCompleteEvent ignored -> finish(pbx, snapshot, asker);
            default -> {}
        }
    }

    private void finish(String pbx, Snapshot whole, Asker link) {
        Instant at = held.stream().map(CallEvent::at).reduce(listedAt, (a, b) -> b.isBefore(a) ? b : a);
        Set<String> open = openCalls.openCalls(pbx);
        List<CallEvent> difference = whole.explain(pbx, at, open);
        Set<String> goOn = new HashSet<>();
        List<CallEvent> ends = new ArrayList<>();
        for (CallEvent event : difference) {
            if (event instanceof CallVerified verified && verified.legIds().isEmpty()) {
                ends.add(event);
                continue;
            }
            goOn.add(event.callId());
            calls.accept(event);
            if (event instanceof CallEvent.LegStarted leg
                    && leg.legId().equals(leg.callId())
                    && !open.contains(leg.callId())) {
                link.presentation(leg);
            }
        }
        release();
        for (Seat seat : List.copyOf(seats)) {
            if (!listed.contains(seat)) {
                seats.remove(seat);
                states.accept(new MemberGone(pbx, at, seat.queue(), seat.agent()));
            }
        }
        states.accept(new CoachLegsVerified(pbx, at, coachLegs));
        snapshot = null;
        meters.resynced(Duration.ofNanos(System.nanoTime() - began));
        Set<String> vanished = ends.stream().map(CallEvent::callId).collect(Collectors.toSet());
        gaps.closed(new Gap(pbx, at, goOn, vanished), ends);
    }

    /** A PBX that has just started is asked again once it says that it is ready. */
    private void booted(FullyBootedEvent event, Instant at) {
        Integer uptime = event.getUptime();
        if (asker != null && uptime != null && uptime < FRESH_SECONDS) {
            begin(asker, at);
        }
    }

    private void remember(@Nullable PbxState state) {
        switch (state) {
            case Member member -> {
                Seat seat = new Seat(member.queue(), member.agent());
                seats.add(seat);
                listed.add(seat);
            }
            case MemberGone gone -> seats.remove(new Seat(gone.queue(), gone.agent()));
            case CoachLeg leg when leg.phase() == CoachPhase.GONE -> coachLegs.remove(leg.legId());
            case CoachLeg leg -> coachLegs.add(leg.legId());
            case null, default -> {}
        }
    }
}
