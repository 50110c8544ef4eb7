package dev.trunkline.telephony.simulator;

import org.jspecify.annotations.Nullable;

/** What a PBX writes down of its calls by itself, whoever listens. Told on the PBX's timeline. */
interface Journal {

    /** A channel came into being. */
    default void began(Channel channel) {}

    /** A channel is up. */
    default void answered(Channel channel) {}

    /** A channel entered a bridge. */
    default void entered(Channel channel, String bridge) {}

    /** A channel left a bridge. */
    default void left(Channel channel, String bridge) {}

    /** What the dialplan writes by {@code CELGenUserEvent()}. */
    default void said(Channel channel, String name, String value) {}

    /** A dial of this channel's ended with Asterisk's DIALSTATUS. */
    default void dialled(Channel channel, String status) {}

    /** The channel's own far end asks to hang up. */
    default void asked(Channel channel) {}

    /** A channel is gone. */
    default void ended(Channel channel, int cause) {}

    /** An application begins to run in the channel. */
    default void runs(Channel channel) {}

    /** The application that ran in the channel is over. */
    default void ran(Channel channel) {}

    /**
     * A line of queue_log.
     *
     * @param agent the member's name, null where there is none
     */
    default void queued(Channel caller, String queue, @Nullable String agent, String event, Object... details) {}

    /** Nothing is written. */
    Journal NONE = new Journal() {};
}
