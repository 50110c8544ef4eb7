package dev.trunkline.report;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a report and what it means; the page says the same in its reader's language.
 *
 * @param key its name in the values of a row
 * @param formula how it is reckoned, in terms of other figures and of what is said in {@code docs/reports.md}
 * @param counted the word by which {@code /api/v1/calls} lists the calls behind it, null where it is not about calls
 */
@Schema(name = "ReportFigure")
public record Figure(
        String key, Unit unit, String formula, @Nullable String counted) {

    /** In what a figure is given. */
    @Schema(name = "ReportUnit")
    public enum Unit {
        COUNT,
        /** Milliseconds. */
        DURATION,
        /** Percent with one decimal. */
        PERCENT
    }

    static Figure count(String key, String formula, @Nullable String counted) {
        return new Figure(key, Unit.COUNT, formula, counted);
    }

    static Figure duration(String key, String formula, @Nullable String counted) {
        return new Figure(key, Unit.DURATION, formula, counted);
    }

    static Figure percent(String key, String formula, @Nullable String counted) {
        return new Figure(key, Unit.PERCENT, formula, counted);
    }
}
