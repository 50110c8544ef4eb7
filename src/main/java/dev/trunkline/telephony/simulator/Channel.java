package dev.trunkline.telephony.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One channel as it is now, and how the manager interface describes it. */
final class Channel {
    static final int DOWN = 0;
    static final int RING = 4;
    static final int RINGING = 5;
    static final int UP = 6;

    final String name;
    final String id;
    final String linkedId;
    final Instant startedAt;
    int state;
    String context;
    String exten;

    @Nullable
    String callerNumber;

    @Nullable
    String callerName;

    @Nullable
    String connectedNumber;

    @Nullable
    String connectedName;

    @Nullable
    String bridgeId;

    String application = "";
    String applicationData = "";
    boolean withheld;

    Channel(String name, String id, String linkedId, Instant startedAt, int state, String context, String exten) {
        this.name = name;
        this.id = id;
        this.linkedId = linkedId;
        this.startedAt = startedAt;
        this.state = state;
        this.context = context;
        this.exten = exten;
    }

    void connectedTo(Channel other) {
        connectedNumber = other.callerNumber;
        connectedName = other.callerName;
    }

    Message describe(Message message) {
        return describe(message, "");
    }

    Message describe(Message message, String prefix) {
        return message.with(prefix + "Channel", name)
                .with(prefix + "ChannelState", state)
                .with(prefix + "ChannelStateDesc", stateName())
                .withOrUnknown(prefix + "CallerIDNum", callerNumber)
                .withName(prefix + "CallerIDName", callerName)
                .withOrUnknown(prefix + "ConnectedLineNum", connectedNumber)
                .withName(prefix + "ConnectedLineName", connectedName)
                .with(prefix + "Language", "en")
                .with(prefix + "AccountCode", "")
                .with(prefix + "Context", context)
                .with(prefix + "Exten", exten)
                .with(prefix + "Priority", 1)
                .with(prefix + "Uniqueid", id)
                .with(prefix + "Linkedid", linkedId);
    }

    private String stateName() {
        return switch (state) {
            case DOWN -> "Down";
            case RING -> "Ring";
            case RINGING -> "Ringing";
            case UP -> "Up";
            default -> "Unknown";
        };
    }
}
