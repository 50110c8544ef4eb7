package dev.trunkline.shared.messaging;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where publishers and readers of one name meet. A message is done with once every reader's buffer has been offered it,
 * or, where the topic waits for its readers, once every reader has acknowledged it.
 */
final class MemoryTopic implements Flow.Subscriber<Message<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryTopic.class);

    private final List<MemoryInbox> inboxes = new CopyOnWriteArrayList<>();
    private volatile boolean waiting;

    /** From now on messages are done with when the readers are. */
    void waitForReaders() {
        waiting = true;
    }

    void add(MemoryInbox inbox) {
        inboxes.add(inbox);
    }

    void remove(MemoryInbox inbox) {
        inboxes.remove(inbox);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Message<?> message) {
        List<MemoryInbox> readers = List.copyOf(inboxes);
        if (waiting && !readers.isEmpty()) {
            Receipt receipt = new Receipt(message, readers.size());
            readers.forEach(inbox -> inbox.offer(message.getPayload(), receipt));
        } else {
            readers.forEach(inbox -> inbox.offer(message.getPayload(), null));
            message.ack();
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.error("A publisher failed and publishes no more", failure);
    }

    @Override
    public void onComplete() {
        // Publishers end with the service; readers have nothing to do about it.
    }
}
