package dev.trunkline.shared.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.providers.locals.ContextAwareMessage;
import io.vertx.core.Context;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader's bounded buffer. Any thread may offer; messages are handed to the reader on the reader's own Vert.x
 * context, in the order offered, as the reader asks for them.
 */
final class MemoryInbox implements Flow.Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryInbox.class);

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final String channel;
    private final int capacity;
    private final Context context;
    private final Flow.Subscriber<? super Message<?>> reader;
    private final MemoryTopic topic;
    private final Counter dropped;

    /** Touched on the reader's context only. */
    private long requested;

    private volatile boolean cancelled;

    MemoryInbox(
            String channel,
            int capacity,
            Context context,
            Flow.Subscriber<? super Message<?>> reader,
            MeterRegistry meters,
            MemoryTopic topic) {
        this.channel = channel;
        this.capacity = capacity;
        this.context = context;
        this.reader = reader;
        this.topic = topic;
        this.dropped = Counter.builder("trunkline_channel_dropped")
                .description("Messages lost because a reader's buffer was full")
                .tag("channel", channel)
                .register(meters);
        Gauge.builder("trunkline_channel_depth", size, AtomicInteger::get)
                .description("Messages waiting for a reader")
                .tag("channel", channel)
                .register(meters);
    }

    /**
     * Takes a message in, or loses it when there is no room.
     *
     * @param receipt to be told what became of it, null when nobody waits
     */
    void offer(Object payload, @Nullable Receipt receipt) {
        if (cancelled) {
            lose(receipt, "left");
            return;
        }
        if (size.incrementAndGet() > capacity) {
            size.decrementAndGet();
            dropped.increment();
            LOG.error("Channel {} is full at {} messages: one is lost", channel, capacity);
            lose(receipt, "is full");
            return;
        }
        waiting.add(new Waiting(payload, receipt));
        schedule();
    }

    @Override
    public void request(long count) {
        context.runOnContext(ignored -> {
            requested = requested + count < 0 ? Long.MAX_VALUE : requested + count;
            drain();
        });
    }

    @Override
    public void cancel() {
        cancelled = true;
        topic.remove(this);
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            context.runOnContext(ignored -> {
                scheduled.set(false);
                drain();
            });
        }
    }

    private void drain() {
        while (requested > 0 && !cancelled) {
            Waiting next = waiting.poll();
            if (next == null) {
                return;
            }
            size.decrementAndGet();
            requested--;
            reader.onNext(next.message());
        }
    }

    private void lose(@Nullable Receipt receipt, String why) {
        if (receipt != null) {
            receipt.failed(new IllegalStateException("The reader of " + channel + " " + why));
        }
    }

    private record Waiting(Object payload, @Nullable Receipt receipt) {
        Message<?> message() {
            return receipt == null
                    ? ContextAwareMessage.of(payload)
                    : ContextAwareMessage.withContextMetadata(Message.of(payload, receipt::taken, receipt::failed));
        }
    }
}
