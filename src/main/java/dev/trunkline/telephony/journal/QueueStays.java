package dev.trunkline.telephony.journal;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.OfferRefused;
import dev.trunkline.call.CallEvent.QueueAbandoned;
import dev.trunkline.call.CallEvent.QueueExitReason;
import dev.trunkline.call.CallEvent.QueueExited;
import dev.trunkline.call.CallEvent.QueueJoined;
import dev.trunkline.call.CallEvent.QueueLeft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call's stays in queues: CEL says from when to when {@code Queue()} ran, queue_log what happened in it. A stay of CEL
 * and a stretch of queue_log belong together when they are of the same channel and queue and begin within {@link #CLOSE}.
 *
 * <pre>
 *   CEL        APP_START Queue ──────────────────────────────────────────── APP_END
 *   queue_log  ENTERQUEUE … RINGNOANSWER RINGCANCELED … CONNECT | ABANDON | EXITWITHTIMEOUT | EXITEMPTY | WITHDRAW | EXITWITHKEY
 * </pre>
 *
 * Not thread-safe; lives for one call.
 */
final class QueueStays {
    private static final Duration CLOSE = Duration.ofSeconds(2);
    /** A queue that lets nobody in says so at once. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final String pbx;
    private final JournalCall call;
    private @Nullable Stay stay;

    /** The stay that goes on. */
    private static final class Stay {
        final String queue;
        final String caller;
        final Instant from;
        final List<QueueLogLine> log;
        final List<String> ended = new ArrayList<>();
        boolean connected;
        boolean offered;
        boolean over;

        Stay(String queue, String caller, Instant from, List<QueueLogLine> log) {
            this.queue = queue;
            this.caller = caller;
            this.from = from;
            this.log = log;
        }
    }

    QueueStays(String pbx, JournalCall call) {
        this.pbx = pbx;
        this.call = call;
    }

    /** The queue in which the call waits now, null for none. */
    @Nullable
    String current() {
        return stay == null || stay.over ? null : stay.queue;
    }

    /** Whether the caller still waits for an agent. */
    boolean waiting() {
        return stay != null && !stay.over && !stay.connected;
    }

    /** An agent's phone is about to ring for it. */
    void offered() {
        if (stay != null) {
            stay.offered = true;
        }
    }

    /** The channel that waits now. */
    @Nullable
    String caller() {
        return stay == null ? null : stay.caller;
    }

    void began(CelLine row, String queue, List<CallEvent> events) {
        List<QueueLogLine> log = log(row, queue);
        stay = new Stay(queue, row.uniqueId(), row.at(), log);
        long position = log.isEmpty() ? 1 : Math.max(1, log.getFirst().number(2));
        events.add(new QueueJoined(
                pbx, row.at(), call.id(), row.uniqueId(), queue, (int) Math.min(position, Integer.MAX_VALUE)));
    }

    private List<QueueLogLine> log(CelLine row, String queue) {
        List<QueueLogLine> found = new ArrayList<>();
        for (QueueLogLine line : call.queueLog()) {
            if (!row.uniqueId().equals(line.callerId()) || !queue.equals(line.queue())) {
                continue;
            }
            if (line.event().equals("ENTERQUEUE")) {
                if (!found.isEmpty()) {
                    break;
                }
                if (Duration.between(row.at(), line.at()).abs().compareTo(CLOSE) <= 0) {
                    found.add(line);
                }
            } else if (!found.isEmpty()) {
                found.add(line);
            }
        }
        return found;
    }

    /** The member for whom somebody took the call by this channel (a pick-up), null when queue_log does not say. */
    @Nullable
    String connectedMember(String legId) {
        if (stay == null) {
            return null;
        }
        for (QueueLogLine line : stay.log) {
            if (line.event().equals("CONNECT")
                    && line.details().size() > 1
                    && line.details().get(1).equals(legId)) {
                return line.agent();
            }
        }
        return null;
    }

    void connected() {
        if (stay != null) {
            stay.connected = true;
        }
    }

    /** An offered phone's channel is gone without an answer; queue_log says whether the agent let it ring. */
    void offerEnded(CelLine row, String queue, String agent, List<CallEvent> events) {
        Stay now = stay;
        if (now == null) {
            return;
        }
        long before = now.ended.stream().filter(agent::equals).count();
        now.ended.add(agent);
        now.log.stream()
                .filter(line -> agent.equals(line.agent()))
                .filter(line -> switch (line.event()) {
                    case "RINGNOANSWER", "RINGCANCELED", "CONNECT" -> true;
                    default -> false;
                })
                .skip(before)
                .findFirst()
                .filter(line -> line.event().equals("RINGNOANSWER"))
                .ifPresent(
                        line -> events.add(new OfferRefused(pbx, row.at(), call.id(), queue, agent, line.number(0))));
    }

    void over(CelLine row, List<CallEvent> events) {
        Stay ended = stay;
        if (ended == null || ended.over || !ended.caller.equals(row.uniqueId())) {
            return;
        }
        ended.over = true;
        if (!ended.connected) {
            events.add(left(row, ended));
        }
    }

    private CallEvent left(CelLine row, Stay ended) {
        for (QueueLogLine line : ended.log) {
            switch (line.event()) {
                case "ABANDON" -> {
                    return new QueueAbandoned(pbx, row.at(), call.id(), ended.caller, ended.queue);
                }
                case "EXITWITHTIMEOUT" -> {
                    return exited(row.at(), ended, QueueExitReason.TIMEOUT);
                }
                case "EXITEMPTY" -> {
                    return exited(row.at(), ended, QueueExitReason.LEAVEEMPTY);
                }
                case "WITHDRAW" -> {
                    return exited(row.at(), ended, QueueExitReason.WITHDRAW);
                }
                case "EXITWITHKEY" -> {
                    return exited(row.at(), ended, QueueExitReason.OTHER);
                }
                default -> {}
            }
        }
        boolean barred = ended.log.isEmpty()
                && !ended.offered
                && Duration.between(ended.from, row.at()).compareTo(AT_ONCE) < 0;
        return barred
                ? exited(row.at(), ended, QueueExitReason.LEAVEEMPTY)
                : new QueueLeft(pbx, row.at(), call.id(), ended.caller, ended.queue);
    }

    /** The dialplan's own word on why the stay before was over. */
    void said(CelLine row, String status, List<CallEvent> events) {
        Stay last = stay;
        if (last == null || last.connected) {
            return;
        }
        switch (status) {
            case "TIMEOUT" -> events.add(exited(row.at(), last, QueueExitReason.TIMEOUT));
            case "WITHDRAW" -> events.add(exited(row.at(), last, QueueExitReason.WITHDRAW));
            case "FULL", "JOINEMPTY", "LEAVEEMPTY" -> events.add(exited(row.at(), last, QueueExitReason.LEAVEEMPTY));
            default -> {}
        }
    }

    private QueueExited exited(Instant at, Stay ended, QueueExitReason reason) {
        return new QueueExited(pbx, at, call.id(), ended.queue, reason);
    }
}
