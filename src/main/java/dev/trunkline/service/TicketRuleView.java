package dev.trunkline.service;

import dev.trunkline.call.Call;
import dev.trunkline.shared.crud.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket rule as clients see it; see {@link TicketRuleInput}. */
public record TicketRuleView(
        UUID id,
        String name,
        int position,
        boolean enabled,
        List<Call.Direction> directions,
        List<Call.Outcome> outcomes,
        List<String> queues,
        TicketRule.Caller caller,
        int minTalkSeconds,
        boolean opens,
        Ticket.Type type,
        Ticket.Priority priority,
        @Nullable String subject,
        @Nullable Integer dueMinutes,
        TicketRule.Assign assign,
        Instant updatedAt,
        long version)
        implements Versioned {}
