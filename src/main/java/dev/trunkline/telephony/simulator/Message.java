package dev.trunkline.telephony.simulator;

import org.jspecify.annotations.Nullable;

/** One message of the manager interface as it goes over the wire. */
final class Message {
    private final StringBuilder text = new StringBuilder(512);

    static Message event(String name, String privilege) {
        return new Message().with("Event", name).with("Privilege", privilege + ",all");
    }

    static Message response(String result, @Nullable String actionId) {
        Message response = new Message().with("Response", result);
        return actionId == null ? response : response.with("ActionID", actionId);
    }

    Message with(String name, Object value) {
        text.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    /** With Asterisk's word for nothing when there is no value. */
    Message withOrUnknown(String name, @Nullable String value) {
        return with(name, value == null || value.isEmpty() ? "<unknown>" : value);
    }

    /** A name, escaped as Asterisk 22 escapes names. */
    Message withName(String name, @Nullable String value) {
        return withOrUnknown(
                name,
                value == null
                        ? null
                        : value.replace("\\", "\\\\")
                                .replace("'", "\\'")
                                .replace("\"", "\\\"")
                                .replace("\r", "\\r")
                                .replace("\n", "\\n"));
    }

    String wire() {
        return text + "\r\n";
    }
}
