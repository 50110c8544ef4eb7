package dev.trunkline.service;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a call that is over leaves to be done; decided by {@link AfterCallRules}, done by {@link AfterCallWork}. */
sealed interface AfterCall {

    /**
     * Open a ticket for the call, once.
     *
     * @param subjectKey the subject's text by key, with its parameters
     * @param agent extension of the agent to assign it to
     */
    record OpenTicket(
            String callId,
            String type,
            String subjectKey,
            Map<String, String> subjectParams,
            @Nullable String queue,
            @Nullable String agent,
            @Nullable UUID customerId)
            implements AfterCall {}

    /** Call this number back; merged with the callback that is open for it already. */
    record CallBack(
            String callId,
            String phone,
            @Nullable String queue,
            Instant attemptedAt,
            Instant dueAt,
            @Nullable UUID customerId)
            implements AfterCall {}

    /** The number was reached: what was to be called back before is done. */
    record Reached(String callId, String phone, Instant at) implements AfterCall {}
}
