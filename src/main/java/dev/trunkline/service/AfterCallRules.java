package dev.trunkline.service;

import dev.trunkline.call.Call;
import dev.trunkline.call.QueuePolicy;
import dev.trunkline.shared.json.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which calls leave what behind. Pure.
 *
 * <ul>
 *   <li>A call that a ticket rule suits: the ticket of the first such rule, or none where that one says so. Else an answered
 *       inbound call of a queue that wants it: one ticket, for the agent who talked last. Not where the caller talked to
 *       somebody outside alone, to whom the queue's callers overflow, nor where a person has made one
 *       for the call by then ({@link CallTicketing} looks).
 *   <li>An inbound call of a queue that wants it which nobody took: one callback to the caller. Not for short abandons
 *       (the caller misdialled or thought better of it), not where there is no number to call, and not where the caller was
 *       reached before the call became known ({@link AfterCallWork} looks).
 *   <li>An answered call from or to a number: its callbacks are done.
 *   <li>A call that was told of wrongly at first: what it should have left and did not, and the agent its ticket is due to.
 * </ul>
 */
final class AfterCallRules {
    private AfterCallRules() {}

    /**
     * What the call leaves behind, in the order to do it.
     *
     * @param policy the settings of the call's queue, null when it had none or an unknown one
     * @param rules in the order to try them
     * @param now by our clock: a PBX whose clock is ahead of it defers no callback
     */
    static List<AfterCall> of(EndedCall call, @Nullable QueuePolicy policy, List<RuleInForce> rules, Instant now) {
        List<AfterCall> work = new ArrayList<>();
        if (call.mergedInto() != null) {
            return work;
        }
        String farEnd = call.farEnd();
        if (call.outcome() == Call.Outcome.ANSWERED && farEnd != null) {
            List<String> callers = call.direction() == Call.Direction.OUTBOUND ? call.agents() : List.of();
            work.add(new AfterCall.Reached(call.callId(), farEnd, call.startedAt(), call.endedAt(), callers));
        }
        ticket(call, policy, rules).ifPresent(work::add);
        if (policy == null || call.direction() != Call.Direction.INBOUND) {
            return work;
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

    /**
     * What a better account of a call adds to what was left by the one before, both by the rules and settings of now.
     *
     * @param left by the account before
     * @param due by this one
     */
    static List<AfterCall> added(EndedCall call, List<AfterCall> left, List<AfterCall> due) {
        List<AfterCall> work = new ArrayList<>();
        for (AfterCall one : due) {
            if (left.stream().noneMatch(before -> before.getClass().equals(one.getClass()))) {
                work.add(one instanceof AfterCall.Reached reached ? alsoBy(reached, left) : one);
            }
        }
        if (!call.agents().isEmpty()) {
            work.add(new AfterCall.OwnTicket(call.callId(), call.agents().getLast()));
        }
        return work;
    }

    /** Who was taken for missed and was reached need not be called back, though the end was taken for later than it was. */
    private static AfterCall alsoBy(AfterCall.Reached reached, List<AfterCall> left) {
        Instant at = left.stream()
                .flatMap(one -> one instanceof AfterCall.CallBack back ? Stream.of(back.attemptedAt()) : Stream.empty())
                .filter(reached.at()::isBefore)
                .findFirst()
                .orElse(reached.at());
        return new AfterCall.Reached(reached.callId(), reached.phone(), reached.from(), at, reached.callers());
    }

    private static Optional<AfterCall> ticket(EndedCall call, @Nullable QueuePolicy policy, List<RuleInForce> rules) {
        Optional<RuleInForce> rule =
                rules.stream().filter(one -> one.suits(call)).findFirst();
        if (rule.isPresent()) {
            return rule.filter(RuleInForce::opens).map(one -> ticket(call, one));
        }
        if (policy == null
                || !policy.ticketOnAnswered()
                || call.direction() != Call.Direction.INBOUND
                || call.outcome() != Call.Outcome.ANSWERED
                || call.agents().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ticket(call, policy));
    }

    private static AfterCall ticket(EndedCall call, QueuePolicy policy) {
        return ticket(
                call,
                null,
                Words.parse(Ticket.Type.class, policy.ticketType(), "ticketType"),
                Ticket.Priority.NORMAL,
                null,
                TicketRule.Assign.AGENT,
                null);
    }

    private static AfterCall ticket(EndedCall call, RuleInForce rule) {
        Integer due = rule.dueMinutes();
        return ticket(
                call,
                rule.id(),
                rule.type(),
                rule.priority(),
                rule.subject(call),
                rule.assign(),
                due == null ? null : call.endedAt().plus(Duration.ofMinutes(due)));
    }

    private static AfterCall ticket(
            EndedCall call,
            @Nullable UUID rule,
            Ticket.Type type,
            Ticket.Priority priority,
            @Nullable String subject,
            TicketRule.Assign assign,
            @Nullable Instant dueAt) {
        boolean answered = call.outcome() == Call.Outcome.ANSWERED;
        return new AfterCall.OpenTicket(
                call.callId(),
                rule,
                type,
                priority,
                subject,
                answered ? "ticket.call-answered" : "ticket.call-missed",
                Map.of(
                        "queue",
                        Objects.requireNonNullElse(call.queue(), ""),
                        "from",
                        Objects.requireNonNullElse(call.farEnd(), "")),
                call.queue(),
                assign,
                answered,
                call.agents().isEmpty() ? null : call.agents().getLast(),
                call.customerId(),
                dueAt);
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
