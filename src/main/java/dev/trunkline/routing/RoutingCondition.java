package dev.trunkline.routing;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks of a caller, as people write it and as it is kept.
 *
 * @param negated whether it must not be so
 * @param values of {@code tag} (one of them), {@code ticket} (types; none is any), {@code did} (our numbers) and
 *     {@code queue} (names of queues to which our numbers lead); empty for the other kinds
 * @param days of {@code hours}; none is every day
 * @param from of {@code hours}, {@code HH:mm}; the day's beginning when left out
 * @param to of {@code hours}, {@code HH:mm} up to {@code 24:00}, the day's end when left out; earlier than {@code from}: on the
 *     next day
 * @param zone of {@code hours}, such as {@code Asia/Shanghai}; the house's when left out
 */
public record RoutingCondition(
        @NotNull Kind kind,
        boolean negated,

        @Size(max = 50) List<@NotNull @NotBlank @Size(max = 100) @Pattern(regexp = ONE_LINE) String> values,

        @Size(max = 7) List<@NotNull Weekday> days,
        @Nullable @Pattern(regexp = TIME) String from,
        @Nullable @Pattern(regexp = TIME + "|24:00") String to,
        @Nullable @Size(max = 50) String zone) {
    /** No line breaks nor other control characters. */
    static final String ONE_LINE = "\\P{Cc}*";

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    public RoutingCondition {
        values = requireNonNullElse(values, List.of());
        days = requireNonNullElse(days, List.of());
    }

    /** What is asked. */
    @Schema(name = "RoutingConditionKind")
    public enum Kind {
        /** The number is on the block list. */
        BLOCKED,
        /** No number is shown, or none that could be one. */
        WITHHELD,
        /** The number is shown and no customer's. */
        UNKNOWN,
        VIP,
        /** The customer has an owner. */
        OWNED,
        TAG,
        TICKET,
        DID,
        QUEUE,
        HOURS
    }
}
