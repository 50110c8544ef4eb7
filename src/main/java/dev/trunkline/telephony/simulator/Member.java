package dev.trunkline.telephony.simulator;

import java.time.Instant;

/** A phone's seat in one queue. */
final class Member {
    final String queue;
    final Phone phone;
    final Instant since;
    boolean paused;

    /** Those of a higher one are rung while nobody of a lower one is free. */
    int level;

    String pausedReason = "";
    int callsTaken;
    long lastCall;
    long lastPause;
    boolean inCall;

    /** Counts offers of the whole PBX: the smaller, the longer ago this member was rung. */
    long lastOffer;

    Member(String queue, Phone phone, Instant since) {
        this.queue = queue;
        this.phone = phone;
        this.since = since;
    }

    boolean free() {
        return !paused && phone.idle();
    }

    /** As the events of a call name it. */
    Message name(Message message) {
        return message.with("Queue", queue).with("Interface", phone.device()).with("MemberName", phone.extension);
    }

    Message describe(Message message) {
        return facts(message.with("Queue", queue)
                .with("MemberName", phone.extension)
                .with("Interface", phone.device())
                .with("StateInterface", phone.device()));
    }

    /** As QueueStatus lists it, with two names of its own. */
    Message list(Message message) {
        return facts(message.with("Queue", queue)
                .with("Name", phone.extension)
                .with("Location", phone.device())
                .with("StateInterface", phone.device()));
    }

    private Message facts(Message message) {
        return message.with("Membership", "dynamic")
                .with("Penalty", level)
                .with("CallsTaken", callsTaken)
                .with("LastCall", lastCall)
                .with("LastPause", lastPause)
                .with("LoginTime", since.getEpochSecond())
                .with("InCall", inCall ? 1 : 0)
                .with("Status", phone.status())
                .with("Paused", paused ? 1 : 0)
                .with("PausedReason", pausedReason)
                .with("Ringinuse", 0)
                .with("Wrapuptime", 0);
    }
}
