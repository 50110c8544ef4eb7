package dev.trunkline.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a call that is over leaves to be done; decided by {@link AfterCallRules}, done by {@link AfterCallWork}. */
sealed interface AfterCall {

    /**
     * Open a ticket for the call, once.
     *
     * @param rule the one that opens it, null for the queue's own setting
     * @param subject what the rule says, null for the usual text
     * @param subjectKey the usual text by key, with its parameters
     * @param agent extension of the agent who talked last, null when nobody did
     */
    record OpenTicket(
            String callId,
            @Nullable UUID rule,
            Ticket.Type type,
            Ticket.Priority priority,
            @Nullable String subject,
            String subjectKey,
            Map<String, String> subjectParams,
            @Nullable String queue,
            TicketRule.Assign assign,
            boolean answered,
            @Nullable String agent,
            @Nullable UUID customerId,
            @Nullable Instant dueAt)
            implements AfterCall {}

    /** The ticket that the call left by itself, if it is nobody's yet, is this agent's. */
    record OwnTicket(String callId, String agent) implements AfterCall {}

    /** Call this number back; merged with the callback that is open for it already. */
    record CallBack(
            String callId,
            String phone,
            @Nullable String queue,
            Instant attemptedAt,
            Instant dueAt,
            @Nullable UUID customerId)
            implements AfterCall {}

    /**
     * The number was reached: what was to be called back before is done.
     *
     * @param from when the call began
     * @param callers extensions of those of us who called the number, none when it called us
     */
    record Reached(String callId, String phone, Instant from, Instant at, List<String> callers) implements AfterCall {}
}
