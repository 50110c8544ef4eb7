package dev.trunkline.telephony.simulator;

import dev.trunkline.telephony.simulator.QueueStay.End;
import java.time.Duration;
import java.time.Instant;

/** Writes a caller's way through queues into queue_log, and remembers it. */
final class QueueBooks {
    private final Timeline timeline;
    private final Journal journal;
    private final Ledger ledger = new Ledger();

    QueueBooks(Timeline timeline, Journal journal) {
        this.timeline = timeline;
        this.journal = journal;
    }

    Ledger ledger() {
        return ledger;
    }

    void joined(Channel caller, SimulatedQueue queue, Instant at) {
        ledger.joined(caller.id, queue.name, at);
        journal.runs(caller);
        String number = caller.callerNumber == null ? "" : caller.callerNumber;
        journal.queued(caller, queue.name, null, "ENTERQUEUE", "", number, queue.waiting.size());
    }

    /** A phone rang in vain, for so long. */
    void rang(Channel caller, SimulatedQueue queue, Member member, Duration time) {
        journal.queued(caller, queue.name, member.phone.extension, "RINGNOANSWER", time.toMillis());
    }

    /** A phone rings no more, for the caller has gone or is with somebody else. */
    void cancelled(Channel caller, SimulatedQueue queue, Member member, Duration time) {
        journal.queued(caller, queue.name, member.phone.extension, "RINGCANCELED", time.toMillis());
    }

    void connected(Channel caller, SimulatedQueue queue, Member member, Channel leg, long waited, Duration rang) {
        ledger.left(caller.id, timeline.now(), End.ANSWERED, member.phone.extension);
        journal.queued(caller, queue.name, member.phone.extension, "CONNECT", waited, leg.id, rang.toSeconds());
    }

    /** The caller waits no longer in the queue, and nobody answered. */
    void lost(Channel caller, SimulatedQueue queue, End how, int position, long waited) {
        ledger.left(caller.id, timeline.now(), how, null);
        String word = switch (how) {
            case TIMED_OUT -> "EXITWITHTIMEOUT";
            case MOVED -> "WITHDRAW";
            case ANSWERED, ABANDONED -> "ABANDON";
        };
        journal.queued(caller, queue.name, null, word, position, position, waited);
        journal.ran(caller);
    }

    void completed(Channel caller, SimulatedQueue queue, Member member, String by, long waited, Duration talked) {
        String word = by.equals("agent") ? "COMPLETEAGENT" : "COMPLETECALLER";
        journal.queued(caller, queue.name, member.phone.extension, word, waited, talked.toSeconds(), 1);
        journal.ran(caller);
    }

    /** The caller leaves Queue() by a Redirect; of the talk queue_log has nothing yet. */
    void takenOut(Channel caller) {
        journal.ran(caller);
    }

    /** Of a talk that the caller was taken out of queue_log tells when the caller has gone. */
    void completedLate(Channel caller, SimulatedQueue queue, Member member, long waited, Duration talked) {
        journal.queued(caller, queue.name, member.phone.extension, "COMPLETECALLER", waited, talked.toSeconds(), 1);
    }
}
