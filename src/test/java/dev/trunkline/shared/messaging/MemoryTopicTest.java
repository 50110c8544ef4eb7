package dev.trunkline.shared.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryTopicTest {
    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MemoryTopic topic = new MemoryTopic();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void everyReaderGetsEveryMessageInOrder() {
        Reader first = reader("first", 100);
        Reader second = reader("second", 100);
        first.subscription.request(Long.MAX_VALUE);
        second.subscription.request(Long.MAX_VALUE);
        publish(50);
        List<Integer> all = IntStream.range(0, 50).boxed().toList();
        await().untilAsserted(() -> {
            assertThat(first.seen).containsExactlyElementsOf(all);
            assertThat(second.seen).containsExactlyElementsOf(all);
        });
    }

    @Test
    void aReaderGetsNoMoreThanItAskedFor() {
        Reader reader = reader("asks for two", 100);
        reader.subscription.request(2);
        publish(5);
        await().untilAsserted(() -> assertThat(reader.seen).hasSize(2));
        reader.subscription.request(1);
        await().untilAsserted(() -> assertThat(reader.seen).containsExactly(0, 1, 2));
    }

    @Test
    void aFullBufferLosesTheNewestAndCountsThem() {
        Reader slow = reader("slow", 3);
        Reader quick = reader("quick", 100);
        quick.subscription.request(Long.MAX_VALUE);
        publish(10);
        assertThat(meters.counter("trunkline_channel_dropped", "channel", "slow")
                        .count())
                .isEqualTo(7);
        slow.subscription.request(Long.MAX_VALUE);
        await().untilAsserted(() -> assertThat(slow.seen).containsExactly(0, 1, 2));
        await().untilAsserted(() -> assertThat(quick.seen).hasSize(10));
    }

    @Test
    void aReaderThatLeftGetsNothingMore() {
        Reader reader = reader("leaves", 100);
        reader.subscription.request(Long.MAX_VALUE);
        publish(1);
        await().untilAsserted(() -> assertThat(reader.seen).hasSize(1));
        reader.subscription.cancel();
        publish(1);
        assertThat(meters.get("trunkline_channel_depth").gauge().value()).isZero();
    }

    @Test
    void aTopicThatWaitsIsDoneWithAMessageWhenEveryReaderIs() {
        topic.waitForReaders();
        Reader first = reader("first", 100);
        Reader second = reader("second", 100);
        first.subscription.request(Long.MAX_VALUE);
        second.subscription.request(Long.MAX_VALUE);
        CompletableFuture<String> fate = publishAndWatch();
        await().untilAsserted(() -> assertThat(second.messages).hasSize(1));
        await().untilAsserted(() -> assertThat(first.messages).hasSize(1));

        first.messages.getFirst().ack();
        assertThat(fate).isNotDone();
        second.messages.getFirst().ack();
        assertThat(fate).isCompletedWithValue("done");
    }

    @Test
    void oneReaderThatFailsFailsTheMessage() {
        topic.waitForReaders();
        Reader good = reader("good", 100);
        reader("full", 0);
        good.subscription.request(Long.MAX_VALUE);
        CompletableFuture<String> fate = publishAndWatch();
        await().untilAsserted(() -> assertThat(good.messages).hasSize(1));
        good.messages.getFirst().ack();
        assertThat(fate).isCompletedWithValue("failed");
    }

    private CompletableFuture<String> publishAndWatch() {
        CompletableFuture<String> fate = new CompletableFuture<>();
        topic.onNext(Message.of(
                1,
                () -> CompletableFuture.runAsync(() -> fate.complete("done"), Runnable::run),
                failure -> CompletableFuture.runAsync(() -> fate.complete("failed"), Runnable::run)));
        return fate;
    }

    private void publish(int count) {
        IntStream.range(0, count).forEach(i -> topic.onNext(Message.of(i)));
    }

    private Reader reader(String channel, int capacity) {
        Reader reader = new Reader();
        reader.subscription = new MemoryInbox(channel, capacity, vertx.getOrCreateContext(), reader, meters, topic);
        topic.add((MemoryInbox) reader.subscription);
        return reader;
    }

    private static final class Reader implements Flow.Subscriber<Message<?>> {
        private final List<Object> seen = new CopyOnWriteArrayList<>();
        private final List<Message<?>> messages = new CopyOnWriteArrayList<>();
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
        }

        @Override
        public void onNext(Message<?> message) {
            seen.add(message.getPayload());
            messages.add(message);
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            throw new AssertionError("a topic does not end");
        }
    }
}
