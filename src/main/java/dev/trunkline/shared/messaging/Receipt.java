package dev.trunkline.shared.messaging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** Settles a message with its publisher once every reader has settled its own copy. Thread-safe. */
final class Receipt {
    private final Message<?> message;
    private final AtomicInteger open;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Receipt(Message<?> message, int readers) {
        this.message = message;
        this.open = new AtomicInteger(readers);
    }

    /** A reader is done with it. */
    CompletionStage<Void> taken() {
        settle();
        return CompletableFuture.completedFuture(null);
    }

    /** A reader could not take it; the publisher hears of the first failure. */
    CompletionStage<Void> failed(Throwable reason) {
        failure.compareAndSet(null, reason);
        settle();
        return CompletableFuture.completedFuture(null);
    }

    private void settle() {
        if (open.decrementAndGet() == 0) {
            Throwable reason = failure.get();
            if (reason == null) {
                message.ack();
            } else {
                message.nack(reason);
            }
        }
    }
}
