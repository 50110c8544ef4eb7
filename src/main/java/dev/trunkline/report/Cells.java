package dev.trunkline.report;

import dev.trunkline.shared.json.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A report as lines of cells, for files: where and what a row is about, then its figures. */
final class Cells {
    private Cells() {}

    /** Over the columns: the names of the figures, durations being milliseconds. */
    static List<String> head(Report report) {
        List<String> head = new ArrayList<>(List.of("from", "to", Words.of(report.group()), "name"));
        report.figures().forEach(figure -> head.add(figure.key()));
        return head;
    }

    /** What groups are called, by key. */
    static Map<String, String> labels(Report report) {
        Map<String, String> labels = new HashMap<>();
        report.groups().forEach(group -> labels.put(group.key(), group.label()));
        return labels;
    }

    /** A time as the clocks of the house show it, with its offset. */
    static String time(Instant at, String zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.atZone(ZoneId.of(zone)).toOffsetDateTime());
    }

    /**
     * Text that no program takes for a formula: what begins as one gets an apostrophe before it.
     *
     * @param text from outside, such as a person's name
     */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
