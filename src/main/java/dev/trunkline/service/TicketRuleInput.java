package dev.trunkline.service;

import dev.trunkline.call.Call;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person sets of a ticket rule. Of a list of conditions one must hold; an empty one holds always.
 *
 * @param position rules are tried in this order, and the first that suits a call decides
 * @param enabled true when left out
 * @param queues names of queues
 * @param minTalkSeconds only calls in which was talked for so long, in seconds; 0 for all
 * @param opens whether the calls leave a ticket; false keeps them from leaving one
 * @param subject the ticket's; {@code {{call.from}}} and {@code {{call.queue}}} are filled in. The usual one when left out
 * @param dueMinutes when the ticket is due after the call, null for no time
 */
record TicketRuleInput(
        @NotBlank @Size(max = 100) @Pattern(regexp = ONE_LINE) @Nullable
        String name,

        @NotNull @Min(1) @Max(1000) @Nullable Integer position,
        @Nullable Boolean enabled,
        @Nullable @Size(max = 3) List<Call.@NotNull Direction> directions,
        @Nullable @Size(max = 20) List<Call.@NotNull Outcome> outcomes,
        @Nullable @Size(max = 50) List<@NotNull @NotBlank @Size(max = 100) @Pattern(regexp = ONE_LINE) String> queues,
        TicketRule.@Nullable Caller caller,
        @Nullable @Min(0) @Max(3_600) Integer minTalkSeconds,
        @Nullable Boolean opens,
        Ticket.@Nullable Type type,
        Ticket.@Nullable Priority priority,

        @Nullable @Size(min = 1, max = 150) @Pattern(regexp = ONE_LINE)
        String subject,

        @Nullable @Min(1) @Max(43_200) Integer dueMinutes,
        TicketRule.@Nullable Assign assign) {
    /** No line breaks nor other control characters. */
    private static final String ONE_LINE = "\\P{Cc}*";
}
