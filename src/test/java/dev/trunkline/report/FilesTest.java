package dev.trunkline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.report.Report.Group;
import dev.trunkline.report.Report.Heading;
import dev.trunkline.report.Report.Name;
import dev.trunkline.report.Report.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {
    private static final Instant FROM = Instant.parse("2026-11-22T16:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-23T16:00:00Z");

    @Test
    void csv_is_as_rfc_4180_says() {
        byte[] file = CsvFile.of(report("Support, \"gold\""));
        assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(file, StandardCharsets.UTF_8).substring(1)).isEqualTo("""
                        from,to,queue,name,offered,serviceLevel,averageAnswerMs\r
                        2026-11-23T00:00:00+08:00,2026-11-24T00:00:00+08:00,support,"Support, ""gold""\",3,66.7,\r
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-2", "@SUM(A1)", "\t=1"})
    void no_cell_is_taken_for_a_formula(String name) {
        assertThat(cell(name)).isEqualTo("'" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"客服", "a=1", "1-2", ""})
    void other_text_stays_as_it_is(String name) {
        assertThat(cell(name)).isEqualTo(name);
    }

    @Test
    void a_workbook_has_numbers_times_and_definitions() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(XlsxFile.of(report("=客服"))))) {
            Sheet sheet = book.getFirstSheet();
            var rows = sheet.read();
            assertThat(rows.getFirst().getCellText(4)).isEqualTo("offered");
            assertThat(rows.get(1).getCellAsDate(0)).hasValue(LocalDateTime.parse("2026-11-23T00:00:00"));
            assertThat(rows.get(1).getCellText(3)).isEqualTo("=客服");
            assertThat(rows.get(1).getCell(3).getFormula()).isNull();
            assertThat(rows.get(1).getCellAsNumber(4)).hasValue(new BigDecimal("3"));
            assertThat(rows.get(1).getCellAsNumber(5).orElseThrow().doubleValue())
                    .isEqualTo(0.667);
            assertThat(rows.get(2).getCellText(0)).isEqualTo("total");
            assertThat(rows.get(2).getCellAsNumber(4)).hasValue(new BigDecimal("3"));
            assertThat(rows.get(2).getCellAsNumber(6).orElseThrow().doubleValue())
                    .isEqualTo(0.5);
            var definitions = book.getSheet(1).orElseThrow().read();
            assertThat(definitions.get(2).getCellText(2)).isEqualTo("answeredInTime / (offered - shortAbandoned)");
        }
    }

    private static String cell(String name) {
        return new String(CsvFile.of(report(name)), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",", -1)[3];
    }

    private static Report report(String label) {
        Map<String, Number> values = Map.of("offered", 3, "serviceLevel", 66.7);
        Row row = new Row("support", FROM, TO, values);
        return new Report(
                Name.QUEUES,
                FROM,
                TO,
                "day",
                Group.QUEUE,
                "Asia/Shanghai",
                TO,
                List.of(
                        Figure.count("offered", "stays", "offered"),
                        Figure.percent("serviceLevel", "answeredInTime / (offered - shortAbandoned)", null),
                        Figure.duration("averageAnswerMs", "wait / answered", null)),
                List.of("support"),
                List.of(new Heading("support", label, null, List.of("support"))),
                List.of(row),
                List.of(row),
                List.of(row),
                Map.of("offered", 3, "averageAnswerMs", 43_200_000L));
    }
}
