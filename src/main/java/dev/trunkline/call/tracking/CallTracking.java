package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallAccount;
import dev.trunkline.call.CallChange;
import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallRecovery;
import dev.trunkline.call.LiveCalls;
import dev.trunkline.call.OpenCallIds;
import dev.trunkline.shared.Ids;
import dev.trunkline.shared.messaging.Channels;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events in, folds them, and tells what changed at once; the database follows by {@link CallWriter}. Events are
 * taken one after another on one context.
 *
 * <p>What the journal tells of calls after a gap comes in beside, between two live events:
 *
 * <pre>
 *   the link   ─ snapshot ─ live ─ live ─────── live ─ live ─> fold ─────┐
 *                                        │                               ├─> news, CallWriter
 *   journal    ──── reads, asks the database ── recount ─> Reconciliation┘
 *
 *   a live event before the recount: in the call as seen, which the recount keeps beyond the journal's last word
 *   a live event after it: folded into the mended call, where a copy of what the journal told changes nothing
 *   a live end before it: told at once, but kept from the database, and so from tickets and follow-ups, until the recount
 * </pre>
 */
@ApplicationScoped
class CallTracking implements OpenCallIds, LiveCalls {
    private static final Logger LOG = LoggerFactory.getLogger(CallTracking.class);
    private static final int MOST_OPEN_CALLS = 20_000;
    private static final Duration LOADING_LIMIT = Duration.ofSeconds(30);
    /** After the channels are connected (1000), before the link to the PBX starts and asks which calls are open. */
    private static final int BEFORE_THE_LINK = 1_500;

    private final CallTracker tracker;
    private final CallWriter writer;
    private final Emitter<CallChange> changes;
    private final OpenCalls calls;
    private final KeptEnds ends = new KeptEnds();
    private final Counter failed;
    private final Counter late;
    private volatile Runnable onPartEnd = () -> {};

    @Inject
    CallTracking(
            TrackingRules rules,
            CallWriter writer,
            @Channel(Channels.CALL_CHANGES_OUT) Emitter<CallChange> changes,
            MeterRegistry meters) {
        this(rules.rules(), writer, changes, meters);
    }

    CallTracking(CallRules rules, CallWriter writer, Emitter<CallChange> changes, MeterRegistry meters) {
        this.tracker = new CallTracker(rules);
        this.writer = writer;
        this.changes = changes;
        Counter evicted = Counter.builder("trunkline_calls_evicted")
                .description("Open calls forgotten because too many were held")
                .register(meters);
        this.calls = new OpenCalls(MOST_OPEN_CALLS, call -> {
            evicted.increment();
            LOG.error("More than {} open calls: call {} is forgotten", MOST_OPEN_CALLS, call.id());
        });
        this.failed = Counter.builder("trunkline_call_events_failed")
                .description("Events that could not be folded into a call")
                .register(meters);
        this.late = Counter.builder("trunkline_call_events_late")
                .description("Events of calls that had ended already")
                .register(meters);
        Gauge.builder("trunkline_calls_open", calls, OpenCalls::size)
                .description("Calls going on")
                .register(meters);
    }

    /** Takes up the calls that were open when the service went down; the PBX then says which still are. */
    void start(@Observes @Priority(BEFORE_THE_LINK) StartupEvent event) {
        List<Call> open = writer.open(MOST_OPEN_CALLS).await().atMost(LOADING_LIMIT);
        open.forEach(calls::put);
        if (!open.isEmpty()) {
            LOG.info("{} calls were open when the service stopped; the PBX is asked about them", open.size());
        }
    }

    @Incoming(Channels.CALL_EVENTS_CALL)
    synchronized void take(CallEvent event) {
        try {
            calls.explain(event).forEach(this::fold);
        } catch (RuntimeException e) {
            failed.increment();
            LOG.error(
                    "Event {} of call {} could not be folded", event.getClass().getSimpleName(), event.callId(), e);
        }
    }

    private void fold(CallEvent event) {
        if (calls.over(event.pbx(), event.callId())) {
            late.increment();
            return;
        }
        Call before = calls.get(event.pbx(), event.callId());
        Call after = tracker.apply(before, event);
        if (after == null || after == before) {
            return;
        }
        calls.put(after);
        CallChanges.between(before, after, event.at(), Ids::next).forEach(changes::send);
        if (!ends.keeps(after)) {
            write(after);
        }
    }

    private void write(Call seen) {
        writer.write(seen);
        if (seen.recovered() && !seen.open()) {
            onPartEnd.run();
        }
    }

    /**
     * Brings a call to what the journal tells of it. Does not block.
     *
     * @param stored the call as the database has it, open; null when it has none
     */
    synchronized CallRecovery.Result recount(CallAccount account, @Nullable Call stored) {
        String id = account.callId();
        Call live = calls.get(account.pbx(), id);
        Call kept = ends.get(id);
        if (kept != null) {
            return ended(kept, account);
        }
        if (live == null && writer.holdsEnd(id)) {
            return CallRecovery.Result.LATER;
        }
        Call before = live != null ? live : stored;
        Call after = tracker.recount(before, account);
        if (after == null || after.equals(before)) {
            return CallRecovery.Result.KNOWN;
        }
        if (live == null && after.open() && calls.over(account.pbx(), id)) {
            // It has ended since the database was asked: open again it would be so for ever.
            return CallRecovery.Result.LATER;
        }
        calls.put(after);
        if (live != null || after.open()) {
            LateNews.between(live, after, account.lastAt(), Ids::next).forEach(changes::send);
        }
        writer.write(after);
        return before == null ? CallRecovery.Result.ADDED : CallRecovery.Result.MENDED;
    }

    /** Its end has been told to whoever looks at it; what it leaves behind is made of both accounts. */
    private CallRecovery.Result ended(Call kept, CallAccount account) {
        Call told = tracker.recount(
                kept, new CallAccount(account.pbx(), account.callId(), account.events(), account.lastAt(), true));
        Call after = told == null ? kept : told;
        if (account.over()) {
            ends.take(after.id());
            writer.write(after);
        } else {
            ends.put(after);
        }
        return after.equals(kept) ? CallRecovery.Result.KNOWN : CallRecovery.Result.MENDED;
    }

    /** See {@link CallRecovery#keepEnds}. */
    synchronized void keepEnds(String pbx, Instant begunBefore) {
        ends.keep(pbx, begunBefore);
    }

    /** See {@link CallRecovery#keptEnds}. */
    synchronized Set<String> keptEnds(String pbx) {
        return ends.ids(pbx);
    }

    /** See {@link CallRecovery#releaseEnds}. */
    synchronized void releaseEnds(String pbx) {
        ends.release(pbx).forEach(this::write);
    }

    /** See {@link CallRecovery#onPartEnd}. */
    void onPartEnd(Runnable told) {
        onPartEnd = told;
    }

    /** Whether the call is held as open, or its end kept back. */
    synchronized boolean holds(CallAccount account) {
        return calls.get(account.pbx(), account.callId()) != null || ends.get(account.callId()) != null;
    }

    /** When the earliest open call of a PBX began. */
    synchronized Optional<Instant> earliest(String pbx) {
        return Stream.concat(calls.earliest(pbx).stream(), ends.earliest(pbx).stream())
                .min(Instant::compareTo);
    }

    /** How many calls are open. */
    int open() {
        return calls.size();
    }

    @Override
    public List<Call> of(String agent) {
        return calls.of(agent);
    }

    @Override
    public List<Call> where(Predicate<Call> test) {
        return calls.where(test);
    }

    @Override
    public Set<String> openCalls(String pbx) {
        return calls.ids(pbx);
    }
}
