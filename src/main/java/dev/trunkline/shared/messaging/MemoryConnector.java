package dev.trunkline.shared.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.ConnectorAttribute;
import io.smallrye.reactive.messaging.annotations.ConnectorAttribute.Direction;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.connector.OutboundConnector;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/**
 * Carries channels within this service. A message published to a topic reaches every reader of the topic, in order,
 * each on a Vert.x context of its own and from a bounded buffer of its own, so that a slow reader delays nobody else.
 *
 * <p>A reader whose buffer is full loses the newest message: it is counted in {@code
 * trunkline_channel_dropped_total{channel}} and logged. Thread-safe.
 */
@ApplicationScoped
@Connector(MemoryConnector.NAME)
@ConnectorAttribute(
        name = "topic",
        type = "string",
        direction = Direction.INCOMING_AND_OUTGOING,
        mandatory = true,
        description = "What publishers and readers meet under")
@ConnectorAttribute(
        name = "key",
        type = "string",
        direction = Direction.OUTGOING,
        description = "The payload's field that orders messages; used by connectors that partition")
@ConnectorAttribute(
        name = "wait-for-readers",
        type = "boolean",
        direction = Direction.OUTGOING,
        defaultValue = "false",
        description = "Whether a message is done with only when every reader has acknowledged it")
@ConnectorAttribute(
        name = "buffer-size",
        type = "int",
        direction = Direction.INCOMING,
        defaultValue = "65536",
        description = "Messages held for a slow reader")
public class MemoryConnector implements InboundConnector, OutboundConnector {
    public static final String NAME = "trunkline-memory";

    private final Map<String, MemoryTopic> topics = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final MeterRegistry meters;

    MemoryConnector(Vertx vertx, MeterRegistry meters) {
        this.vertx = vertx;
        this.meters = meters;
    }

    @Override
    public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
        String channel = config.getValue("channel-name", String.class);
        int size = config.getOptionalValue("buffer-size", Integer.class).orElse(65_536);
        MemoryTopic topic = topic(config);
        return reader -> {
            MemoryInbox inbox = new MemoryInbox(channel, size, vertx.getOrCreateContext(), reader, meters, topic);
            topic.add(inbox);
            reader.onSubscribe(inbox);
        };
    }

    @Override
    public Flow.Subscriber<? extends Message<?>> getSubscriber(Config config) {
        MemoryTopic topic = topic(config);
        if (config.getOptionalValue("wait-for-readers", Boolean.class).orElse(false)) {
            topic.waitForReaders();
        }
        return topic;
    }

    private MemoryTopic topic(Config config) {
        return topics.computeIfAbsent(config.getValue("topic", String.class), name -> new MemoryTopic());
    }
}
