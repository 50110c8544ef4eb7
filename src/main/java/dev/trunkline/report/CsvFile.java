package dev.trunkline.report;

import dev.trunkline.report.Report.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as CSV by RFC 4180, in UTF-8 with a byte order mark, so that spreadsheets read Chinese names. */
final class CsvFile {
    private static final String END = "\r\n";

    private CsvFile() {}

    static byte[] of(Report report) {
        Map<String, String> labels = Cells.labels(report);
        StringBuilder text = new StringBuilder("\uFEFF").append(line(Cells.head(report)));
        for (Row row : report.rows()) {
            text.append(cell(Cells.time(row.from(), report.timeZone())))
                    .append(',')
                    .append(cell(Cells.time(row.to(), report.timeZone())))
                    .append(',')
                    .append(cell(Cells.harmless(row.group())))
                    .append(',')
                    .append(cell(Cells.harmless(labels.getOrDefault(row.group(), ""))));
            for (Figure figure : report.figures()) {
                Number value = row.values().get(figure.key());
                text.append(',').append(value == null ? "" : value.toString());
            }
            text.append(END);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvFile::cell).collect(Collectors.joining(",", "", END));
    }

    private static String cell(String text) {
        return text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
