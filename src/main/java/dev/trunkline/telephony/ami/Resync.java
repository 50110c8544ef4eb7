package dev.trunkline.telephony.ami;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.CallVerified;
import dev.trunkline.call.OpenCallIds;
import dev.trunkline.call.PbxState;
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
 *   idle ──begin──> channels ──complete──> queues ──complete──> idle
 *     ^                └──────abandon─────────┘
 * </pre>
 */
final class Resync {
    /** A PBX that has been up for less may have begun to answer before it had read its queues. */
    private static final int FRESH_SECONDS = 60;

    private final OpenCallIds openCalls;
    private final Consumer<CallEvent> calls;
    private final Consumer<PbxState> states;
    private final Gaps gaps;
    private final AmiMeters meters;
    private final Set<Seat> seats = new HashSet<>();
    private final Set<Seat> listed = new HashSet<>();
    private @Nullable Asker asker;
    private @Nullable Snapshot snapshot;
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

    void begin(Asker link) {
        asker = link;
        snapshot = new Snapshot();
        listed.clear();
        meters.resync();
        began = System.nanoTime();
        link.channels();
    }

    void abandon() {
        asker = null;
        snapshot = null;
    }

    /** Every event of the link comes by here, with what was made of it. */
    void event(String pbx, Instant at, ManagerEvent event, @Nullable CallEvent call, @Nullable PbxState state) {
        remember(state);
        if (event instanceof FullyBootedEvent booted) {
            booted(booted);
            return;
        }
        if (snapshot == null || asker == null) {
            return;
        }
        if (call != null) {
            snapshot.live(call);
        }
        switch (event) {
            case CoreShowChannelEvent e -> snapshot.channel(pbx, at, e);
            case CoreShowChannelsCompleteEvent ignored -> asker.queues();
            case QueueEntryEvent e -> snapshot.waiting(e);
            case QueueStatusCompleteEvent ignored -> finish(pbx, at, snapshot, asker);
            default -> {}
        }
    }

    private void finish(String pbx, Instant at, Snapshot whole, Asker link) {
        Set<String> held = openCalls.openCalls(pbx);
        List<CallEvent> difference = whole.explain(pbx, at, held);
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
                    && !held.contains(leg.callId())) {
                link.presentation(leg);
            }
        }
        for (Seat seat : List.copyOf(seats)) {
            if (!listed.contains(seat)) {
                seats.remove(seat);
                states.accept(new MemberGone(pbx, at, seat.queue(), seat.agent()));
            }
        }
        snapshot = null;
        meters.resynced(Duration.ofNanos(System.nanoTime() - began));
        Set<String> vanished = ends.stream().map(CallEvent::callId).collect(Collectors.toSet());
        gaps.closed(new Gap(pbx, at, goOn, vanished), ends);
    }

    /** A PBX that has just started is asked again once it says that it is ready. */
    private void booted(FullyBootedEvent event) {
        Integer uptime = event.getUptime();
        if (asker != null && uptime != null && uptime < FRESH_SECONDS) {
            begin(asker);
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
            case null, default -> {}
        }
    }
}
