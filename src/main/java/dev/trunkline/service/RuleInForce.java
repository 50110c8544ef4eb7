package dev.trunkline.service;

import dev.trunkline.call.Call;
import dev.trunkline.shared.json.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket rule as calls are held against it. Pure. An empty list of a condition holds for every call.
 *
 * @param minTalkMs only calls in which was talked for so long, in milliseconds
 * @param opens whether the call leaves a ticket; false keeps it from leaving one
 */
record RuleInForce(
        UUID id,
        List<Call.Direction> directions,
        List<Call.Outcome> outcomes,
        List<String> queues,
        TicketRule.Caller caller,
        long minTalkMs,
        boolean opens,
        Ticket.Type type,
        Ticket.Priority priority,
        @Nullable String subject,
        @Nullable Integer dueMinutes,
        TicketRule.Assign assign) {
    private static final int LONGEST_SUBJECT = 200;

    static RuleInForce of(TicketRule rule) {
        return new RuleInForce(
                rule.id(),
                words(Call.Direction.class, rule.directions, "directions"),
                words(Call.Outcome.class, rule.outcomes, "outcomes"),
                List.of(rule.queues),
                Words.parse(TicketRule.Caller.class, rule.caller, "caller"),
                rule.minTalkSeconds * 1_000L,
                rule.opens,
                Words.parse(Ticket.Type.class, rule.type, "type"),
                Words.parse(Ticket.Priority.class, rule.priority, "priority"),
                rule.subject,
                rule.dueMinutes,
                Words.parse(TicketRule.Assign.class, rule.assign, "assign"));
    }

    private static <E extends Enum<E>> List<E> words(Class<E> type, String[] words, String field) {
        return Arrays.stream(words).map(word -> Words.parse(type, word, field)).toList();
    }

    /** Whether the rule decides about this call. */
    boolean suits(EndedCall call) {
        return holds(directions, call.direction())
                && holds(outcomes, call.outcome())
                && holds(queues, call.queue())
                && (minTalkMs == 0 || (call.talkMs() != null && call.talkMs() >= minTalkMs))
                && switch (caller) {
                    case ANYBODY -> true;
                    case CUSTOMER -> call.customerId() != null;
                    case STRANGER -> call.customerId() == null;
                };
    }

    private static <T> boolean holds(List<T> wanted, @Nullable T is) {
        return wanted.isEmpty() || (is != null && wanted.contains(is));
    }

    /** The ticket's subject with what is known of the call, null for the usual one. */
    @Nullable
    String subject(EndedCall call) {
        if (subject == null) {
            return null;
        }
        String filled = subject.replace("{{call.from}}", Objects.requireNonNullElse(call.farEnd(), ""))
                .replace("{{call.queue}}", Objects.requireNonNullElse(call.queue(), ""))
                .strip();
        return filled.isEmpty() ? null : filled.substring(0, Math.min(filled.length(), LONGEST_SUBJECT));
    }
}
