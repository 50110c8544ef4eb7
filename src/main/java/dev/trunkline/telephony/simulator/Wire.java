package dev.trunkline.telephony.simulator;

import java.time.Instant;
import java.util.function.Consumer;

/** Sends events to everyone who listens, stamped as {@code timestampevents=yes} and {@code systemname} have it. */
final class Wire {
    private final Timeline timeline;
    private final String systemName;
    private final Consumer<String> listeners;
    private final Journal journal;

    /** For a PBX that writes no journal. */
    Wire(Timeline timeline, String systemName, Consumer<String> listeners) {
        this(timeline, systemName, listeners, Journal.NONE);
    }

    Wire(Timeline timeline, String systemName, Consumer<String> listeners, Journal journal) {
        this.timeline = timeline;
        this.systemName = systemName;
        this.listeners = listeners;
        this.journal = journal;
    }

    Message event(String name, String privilege) {
        return Message.event(name, privilege).with("Timestamp", stamp()).with("SystemName", systemName);
    }

    /** The time now, in seconds since 1970. */
    String stamp() {
        return stamp(timeline.now());
    }

    static String stamp(Instant now) {
        return "%d.%06d".formatted(now.getEpochSecond(), now.getNano() / 1000);
    }

    void send(Message message) {
        listeners.accept(message.wire());
    }

    /** What is written down of calls whether or not anybody listens. */
    Journal journal() {
        return journal;
    }

    /** An event about one channel. */
    void channel(String name, Channel channel) {
        switch (name) {
            case "Newchannel" -> journal.began(channel);
            case "HangupRequest" -> journal.asked(channel);
            default -> {}
        }
        send(channel.describe(event(name, "call")));
    }

    /** What the dialplan says by {@code UserEvent()}. */
    void user(String name, Channel channel, String... headers) {
        Message message = channel.describe(event("UserEvent", "user")).with("UserEvent", name);
        for (int i = 0; i < headers.length; i += 2) {
            message.with(headers[i], headers[i + 1]);
        }
        // CELGenUserEvent takes one value: the dialplan gives it the last.
        journal.said(channel, name, headers[headers.length - 1]);
        send(message);
    }

    void state(Channel channel, int state) {
        channel.state = state;
        if (state == Channel.UP) {
            journal.answered(channel);
        }
        channel("Newstate", channel);
    }

    /** An event of one channel dialling another. */
    void dial(String name, Channel from, Channel to, String header, String value) {
        if (name.equals("DialEnd")) {
            journal.dialled(from, value);
        }
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
        boolean enters = name.equals("BridgeEnter");
        channel.bridgeId = enters ? bridgeId : null;
        if (enters) {
            journal.entered(channel, bridgeId);
        } else {
            journal.left(channel, bridgeId);
        }
        send(channel.describe(bridge(event(name, "call"), bridgeId, channels)));
    }

    void hangup(Channel channel, int cause, String text) {
        journal.ended(channel, cause);
        send(channel.describe(event("Hangup", "call")).with("Cause", cause).with("Cause-txt", text));
    }

    void hangup(Channel channel, int cause, String text, int sip) {
        journal.ended(channel, cause);
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
