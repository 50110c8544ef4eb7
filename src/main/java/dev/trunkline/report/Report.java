package dev.trunkline.report;

import dev.trunkline.shared.json.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report. The values of rows are by the keys of {@code figures}; a figure for which there is nothing to divide by is left
 * out. Rows in which nothing was counted are left out too.
 *
 * @param to not in the span any more
 * @param interval 15min, 30min, hour, day, week or month
 * @param group what a row is about
 * @param at when it was counted
 * @param over names of the queues, or extensions of the agents, that were counted
 * @param rows by interval, then by group
 * @param intervals all groups together in each interval, those in which nothing was counted too
 * @param totals of each group over the whole span
 * @param total everything together
 */
@Schema(name = "Report")
public record Report(
        Name name,
        Instant from,
        Instant to,
        String interval,
        Group group,
        String timeZone,
        Instant at,
        List<Figure> figures,
        List<String> over,
        List<Heading> groups,
        List<Row> rows,
        List<Row> intervals,
        List<Row> totals,
        Map<String, Number> total) {

    public Report {
        figures = List.copyOf(figures);
        over = List.copyOf(over);
        groups = List.copyOf(groups);
        rows = List.copyOf(rows);
        intervals = List.copyOf(intervals);
        totals = List.copyOf(totals);
    }

    /** What a report is about. */
    @Schema(name = "ReportName")
    public enum Name {
        QUEUES,
        AGENTS
    }

    /** What a row is about. */
    @Schema(name = "ReportGroup")
    public enum Group {
        QUEUE,
        AGENT,
        TEAM,
        /** Everything in one. */
        ALL
    }

    /**
     * What a group is called.
     *
     * @param key a queue's name, an agent's extension, a team's id, empty for everything and for agents of no team
     * @param label empty for those
     * @param labelZh in Chinese, null to show {@code label}
     * @param over names of the queues, or extensions of the agents, that belong to it
     */
    @Schema(name = "ReportHeading")
    public record Heading(
            String key, String label, @Nullable String labelZh, List<String> over) {
        public Heading {
            over = List.copyOf(over);
        }
    }

    /**
     * Figures of a group in an interval.
     *
     * @param group key of the group, empty where all are together
     */
    @Schema(name = "ReportRow")
    public record Row(String group, Instant from, Instant to, Map<String, Number> values) {}

    /** A name for its file. */
    String file() {
        return "%s-%s".formatted(Words.of(name), from.toString().substring(0, 10));
    }
}
