package dev.trunkline.telephony.ami;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.OpenCallIds;
import dev.trunkline.call.PbxState;
import dev.trunkline.telephony.Unaccounted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the link brings, one thing after another on a virtual thread of its own: translates it, keeps the {@link
 * Resync} going and passes the news on. Nothing here slows the link's own threads: they only add to the queue, whose
 * length the {@link EventGate} bounds.
 */
final class AmiStream {
    private static final Logger LOG = LoggerFactory.getLogger(AmiStream.class);

    /** How often it is looked, when nothing arrives, whether what is held back has waited long enough. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final AmiSink sink;
    private final AmiMeters meters;
    private final Clock clock;
    private final Resync resync;

    /** Touched by the stream's own thread only. */
    private String pbx;

    /** {@link System#nanoTime()} when the event in hand arrived; touched by the stream's own thread only. */
    private long arrivedAt;

    /** What the link brings. */
    private sealed interface Item {
        record Arrived(ManagerEvent event, long nanos, Runnable taken) implements Item {}

        record Connecting() implements Item {}

        record Up(@Nullable String name, Resync.Asker asker) implements Item {}

        record LinkIs(PbxState.LinkState state, String detail) implements Item {}

        record Ready(CallEvent event) implements Item {}

        record Stop() implements Item {}
    }

    /**
     * A stream that has not begun.
     *
     * @param pbx what the PBX is called until it tells its own name
     */
    AmiStream(String pbx, AmiSink sink, OpenCallIds openCalls, AmiMeters meters, Clock clock) {
        this.pbx = pbx;
        this.sink = sink;
        this.meters = meters;
        this.clock = clock;
        this.resync = new Resync(
                openCalls,
                this::publish,
                this::publish,
                (gap, ends) -> sink.gap(gap, () -> ends.forEach(this::ready)),
                meters);
    }

    void start() {
        meters.buffer(items);
        Thread.ofVirtual().name("ami-stream").start(this::drain);
    }

    void stop() {
        items.add(new Item.Stop());
    }

    /**
     * An event of the link.
     *
     * @param taken told once it has been dealt with
     */
    void arrived(ManagerEvent event, Runnable taken) {
        items.add(new Item.Arrived(event, System.nanoTime(), taken));
    }

    /** A connection is being made; its events come as soon as it stands, before {@link #up}. */
    void connecting() {
        items.add(new Item.Connecting());
    }

    /**
     * The link is up; the asker fetches the PBX's own lists.
     *
     * @param name the PBX's, which its lists do not tell; null when it has none
     */
    void up(@Nullable String name, Resync.Asker asker) {
        items.add(new Item.Up(name, asker));
    }

    void linkIs(PbxState.LinkState state, String detail) {
        items.add(new Item.LinkIs(state, detail));
    }

    /** An event that is in our words already and must keep its place behind what came before. */
    void ready(CallEvent event) {
        items.add(new Item.Ready(event));
    }

    private void drain() {
        try {
            while (true) {
                Item item = resync.holds() ? items.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS) : items.take();
                if (item instanceof Item.Stop) {
                    return;
                }
                if (item != null) {
                    handle(item);
                }
                resync.overdue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Item item) {
        try {
            switch (item) {
                case Item.Arrived arrived -> {
                    try {
                        arrivedAt = arrived.nanos();
                        translate(arrived.event());
                    } finally {
                        meters.waited(Duration.ofNanos(System.nanoTime() - arrived.nanos()));
                        arrived.taken().run();
                    }
                }
                case Item.Up up -> {
                    named(up.name());
                    sink.heardAgain(pbx);
                    publish(new PbxState.Link(pbx, clock.instant(), PbxState.LinkState.UP, null));
                    resync.begin(up.asker(), pbxTime());
                }
                case Item.LinkIs link -> {
                    publish(new PbxState.Link(pbx, clock.instant(), link.state(), link.detail()));
                    resync.abandon();
                }
                case Item.Connecting ignored -> resync.connecting();
                case Item.Ready ready -> publish(ready.event());
                case Item.Stop stop -> throw new IllegalStateException("Handled by the loop");
            }
        } catch (RuntimeException failure) {
            LOG.error("An event of the PBX could not be dealt with", failure);
        }
    }

    private void translate(ManagerEvent event) {
        try {
            named(event.getSystemName());
            Instant at = instant(event);
            CallEvent call = AmiTranslator.callEvent(pbx, at, event);
            if (call != null && !Unaccounted.is(call.callId())) {
                resync.live(call);
            }
            PbxState state = CoachTranslator.state(pbx, at, event);
            if (state == null) {
                state = MemberTranslator.state(pbx, at, event);
            }
            if (state != null) {
                publish(state);
            }
            resync.event(pbx, at, event, state);
            if (event.getTimestamp() != null && meters.clocks().best().isPresent()) {
                meters.lag().record(Duration.between(at, pbxTime()));
            }
        } catch (MalformedEvent malformed) {
            meters.malformed(event.getClass().getSimpleName(), malformed);
        }
    }

    private void named(@Nullable String raw) {
        String name = Fields.optionalWord(raw);
        if (name != null) {
            pbx = name;
        }
    }

    private Instant instant(ManagerEvent event) {
        Instant at = Fields.instant(event.getTimestamp());
        if (at != null) {
            return at;
        }
        if (!(event instanceof ResponseEvent || event instanceof FullyBootedEvent)) {
            meters.unstamped();
        }
        // What has waited here is not later for that than the stamped events around it.
        return pbxTime().minusNanos(System.nanoTime() - arrivedAt);
    }

    /** The PBX's time now, which its lists do not tell. */
    private Instant pbxTime() {
        return clock.instant().plus(meters.clocks().ahead());
    }

    private void publish(CallEvent event) {
        if (Unaccounted.is(event.callId())) {
            return;
        }
        try {
            sink.call(event);
        } catch (RuntimeException failure) {
            meters.unpublished();
            LOG.error("Event {} of call {} is lost", event.getClass().getSimpleName(), event.callId(), failure);
        }
    }

    private void publish(PbxState state) {
        try {
            sink.state(state);
        } catch (RuntimeException failure) {
            meters.unpublished();
            LOG.error("News {} of PBX {} is lost", state.getClass().getSimpleName(), state.pbx(), failure);
        }
    }
}
