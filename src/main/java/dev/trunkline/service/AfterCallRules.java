package dev.trunkline.service;

import dev.trunkline.call.Call;
import dev.trunkline.call.QueuePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which calls leave what behind. Pure.
 *
 * <ul>
 *   <li>An answered inbound call of a queue that wants it: one ticket, for the agent who talked last.
 *   <li>An inbound call of a queue that wants it which nobody took: one callback to the caller. Not for short abandons
 *       (the caller misdialled or thought better of it), not where there is no number to call, and not where the caller was
 *       reached before the call became known ({@link AfterCallWork} looks).
 *   <li>An answered call from or to a number: its callbacks are done.
 * </ul>
 */
final class AfterCallRules {
    private AfterCallRules() {}

    /**
     * What the call leaves behind, in the order to do it.
     *
     * @param policy the settings of the call's queue, null when it had none or an unknown one
     * @param now by our clock: a PBX whose clock is ahead of it defers no callback
     */
    static List<AfterCall> of(EndedCall call, @Nullable QueuePolicy policy, Instant now) {
        List<AfterCall> work = new ArrayList<>();
        if (call.mergedInto() != null) {
            return work;
        }
        String farEnd = call.farEnd();
        if (call.outcome() == Call.Outcome.ANSWERED && farEnd != null) {
            work.add(new AfterCall.Reached(call.callId(), farEnd, call.endedAt()));
        }
        if (policy == null || call.direction() != Call.Direction.INBOUND) {
            return work;
        }
        if (call.outcome() == Call.Outcome.ANSWERED && policy.ticketOnAnswered()) {
            work.add(ticket(call, policy));
        }
        if (missed(call) && policy.followUpOnMissed() && farEnd != null) {
            Instant from = call.endedAt().isBefore(now) ? call.endedAt() : now;
            work.add(new AfterCall.CallBack(
                    call.callId(),
                    farEnd,
                    call.queue(),
                    call.endedAt(),
                    from.plus(Duration.ofMinutes(policy.followUpDueMinutes())),
                    call.customerId()));
        }
        return work;
    }

    private static AfterCall ticket(EndedCall call, QueuePolicy policy) {
        return new AfterCall.OpenTicket(
                call.callId(),
                policy.ticketType(),
                "ticket.call-answered",
                Map.of("queue", policy.name(), "from", Objects.requireNonNullElse(call.farEnd(), "")),
                call.queue(),
                call.agents().isEmpty() ? null : call.agents().getLast(),
                call.customerId());
    }

    private static boolean missed(EndedCall call) {
        return switch (call.outcome()) {
            case ABANDONED, OVERFLOWED, NO_ANSWER, BUSY, FAILED -> true;
            // The PBX failed under the caller: missed only if nobody had talked yet.
            case INTERRUPTED -> call.agents().isEmpty();
            case ANSWERED, SHORT_ABANDONED, CALLBACK, CLOSED, VOICEMAIL, MACHINE, DROPPED -> false;
            case null -> false;
        };
    }
}
