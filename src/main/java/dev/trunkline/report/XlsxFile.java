package dev.trunkline.report;

import dev.trunkline.report.Report.Row;
import dev.trunkline.shared.json.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A report as an Excel workbook: its rows with a total, and what the figures mean. */
final class XlsxFile {
    private static final String TIME = "yyyy-mm-dd hh:mm";
    /** Milliseconds of a day, which is what a duration is counted in there. */
    private static final double DAY_MS = 86_400_000.0;

    private static final int FIRST_FIGURE = 4;

    private XlsxFile() {}

    static byte[] of(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Trunkline", "1.0")) {
            figures(book.newWorksheet("Report"), report);
            definitions(book.newWorksheet("Definitions"), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void figures(Worksheet sheet, Report report) {
        head(sheet, Cells.head(report));
        Map<String, String> labels = Cells.labels(report);
        ZoneId zone = ZoneId.of(report.timeZone());
        int line = 1;
        for (Row row : report.rows()) {
            sheet.value(line, 0, row.from().atZone(zone).toLocalDateTime());
            sheet.value(line, 1, row.to().atZone(zone).toLocalDateTime());
            sheet.range(line, 0, line, 1).style().format(TIME).set();
            sheet.value(line, 2, row.group());
            sheet.value(line, 3, labels.getOrDefault(row.group(), ""));
            values(sheet, line++, report.figures(), row.values());
        }
        sheet.value(line, 0, "total");
        values(sheet, line, report.figures(), report.total());
        sheet.range(line, 0, line, FIRST_FIGURE + report.figures().size() - 1)
                .style()
                .bold()
                .set();
        sheet.freezePane(FIRST_FIGURE, 1);
    }

    private static void values(Worksheet sheet, int line, List<Figure> figures, Map<String, Number> values) {
        for (int i = 0; i < figures.size(); i++) {
            Number value = values.get(figures.get(i).key());
            if (value == null) {
                continue;
            }
            int column = FIRST_FIGURE + i;
            switch (figures.get(i).unit()) {
                case COUNT -> sheet.value(line, column, value);
                case DURATION -> {
                    sheet.value(line, column, value.doubleValue() / DAY_MS);
                    sheet.style(line, column).format("[h]:mm:ss").set();
                }
                case PERCENT -> {
                    sheet.value(line, column, value.doubleValue() / 100);
                    sheet.style(line, column).format("0.0%").set();
                }
            }
        }
    }

    private static void definitions(Worksheet sheet, Report report) {
        head(sheet, List.of("figure", "unit", "definition"));
        int line = 1;
        for (Figure figure : report.figures()) {
            sheet.value(line, 0, figure.key());
            sheet.value(line, 1, Words.of(figure.unit()));
            sheet.value(line++, 2, figure.formula());
        }
    }

    private static void head(Worksheet sheet, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(0, i, cells.get(i));
        }
        sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
    }
}
