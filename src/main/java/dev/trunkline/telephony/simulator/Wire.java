package dev.trunkline.telephony.simulator;

import java.time.Instant;
import java.util.function.Consumer;

/** Sends events to everyone who listens, stamped as {@code timestampevents=yes} and {@code systemname} have it. */
final class Wire {
    private final Timeline timeline;
    private final String systemName;
    private final Consumer<String> listeners;

    Wire(Timeline timeline, String systemName, Consumer<String> listeners) {
        this.timeline = timeline;
        this.systemName = systemName;
        this.listeners = listeners;
    }

    Message event(String name, String privilege) {
        return Message.event(name, privilege).with("Timestamp", stamp()).with("SystemName", systemName);
    }

    /** The time now, in seconds since 1970. */
    String stamp() {
        Instant now = timeline.now();
        return "%d.%06d".formatted(now.getEpochSecond(), now.getNano() / 1000);
    }

    void send(Message message) {
        listeners.accept(message.wire());
    }

    /** An event about one channel. */
    void channel(String name, Channel channel) {
        send(channel.describe(event(name, "call")));
    }

    /** What the dialplan says by {@code UserEvent()}. */
    void user(String name, Channel channel, String... headers) {
        Message message = channel.describe(event("UserEvent", "user")).with("UserEvent", name);
        for (int i = 0; i < headers.length; i += 2) {
            message.with(headers[i], headers[i + 1]);
        }
        send(message);
    }

    void state(Channel channel, int state) {
        channel.state = state;
        channel("Newstate", channel);
    }

    /** An event of one channel dialling another. */
    void dial(String name, Channel from, Channel to, String header, String value) {
        send(dialling(name, from, to, header, value));
    }

    /** The same, to be sent later. */
    Message dialling(String name, Channel from, Channel to, String header, String value) {
        return to.describe(from.describe(event(name, "call")), "Dest").with(header, value);
    }

    void bridge(String name, String bridgeId, int channels) {
        send(bridge(event(name, "call"), bridgeId, channels));
    }

    void bridge(String name, String bridgeId, int channels, Channel channel) {
        channel.bridgeId = name.equals("BridgeEnter") ? bridgeId : null;
        send(channel.describe(bridge(event(name, "call"), bridgeId, channels)));
    }

    void hangup(Channel channel, int cause, String text) {
        send(channel.describe(event("Hangup", "call")).with("Cause", cause).with("Cause-txt", text));
    }

    void hangup(Channel channel, int cause, String text, int sip) {
        send(channel.describe(event("Hangup", "call"))
                .with("Cause", cause)
                .with("Cause-txt", text)
                .with("TechCause", sip));
    }

    void softHangup(Channel channel) {
        send(channel.describe(event("SoftHangupRequest", "call")).with("Cause", 16));
    }

    void device(String device, String state) {
        send(event("DeviceStateChange", "call").with("Device", device).with("State", state));
    }

    private static Message bridge(Message message, String bridgeId, int channels) {
        return message.with("BridgeUniqueid", bridgeId)
                .with("BridgeType", "basic")
                .with("BridgeTechnology", "simple_bridge")
                .with("BridgeCreator", "<unknown>")
                .with("BridgeName", "<unknown>")
                .with("BridgeNumChannels", channels)
                .with("BridgeVideoSourceMode", "none");
    }
}
