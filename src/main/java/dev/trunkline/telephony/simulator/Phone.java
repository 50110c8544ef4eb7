package dev.trunkline.telephony.simulator;

import org.jspecify.annotations.Nullable;

/** An agent's phone: one line, rung or in use by at most one call. */
final class Phone {
    final String extension;

    /** Null while idle. */
    @Nullable
    Line line;

    @Nullable
    Channel channel;

    Phone(String extension) {
        this.extension = extension;
    }

    boolean idle() {
        return line == null;
    }

    boolean ringing() {
        return channel != null && channel.state == Channel.RINGING;
    }

    void take(Line call, Channel leg) {
        line = call;
        channel = leg;
    }

    void free() {
        line = null;
        channel = null;
    }

    String device() {
        return "PJSIP/" + extension;
    }

    /** Asterisk's number for a queue member's device state. */
    int status() {
        if (idle()) {
            return 1;
        }
        return ringing() ? 6 : 2;
    }

    /** What a phone can do to the call on its line. */
    interface Line {
        void answered(Phone phone);

        void refused(Phone phone);

        /** Rung to the end. */
        void rangOut(Phone phone);

        void hungUp(Phone phone);
    }
}
