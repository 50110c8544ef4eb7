package dev.trunkline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** Who may see and take away which reports, and what is refused. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class ReportAccessTest extends PastDays {
    @Test
    void files_hold_what_the_report_says_and_are_noted() throws Exception {
        String asked = "/api/v1/reports/queues?queue=" + queue + "&from=" + FROM + "&to=" + TO;
        int offered = report(asked.substring("/api/v1/reports/".length()))
                .getJsonObject("total")
                .getInteger("offered");
        String csv = boss().accept("text/csv")
                .get(asked)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", containsString(".csv"))
                .extract()
                .asString();
        assertThat(csv.lines()
                        .skip(1)
                        .mapToInt(line -> Integer.parseInt(line.split(",")[4]))
                        .sum())
                .isEqualTo(offered);
        assertThat(csv).contains("'=" + queue);
        byte[] xlsx = boss().accept(ReportResource.XLSX)
                .get(asked)
                .then()
                .statusCode(200)
                .contentType(ReportResource.XLSX)
                .extract()
                .asByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows.getLast().getCellAsNumber(4).orElseThrow().intValue())
                    .isEqualTo(offered);
        }
        boss().get("/api/v1/audit?kind=report")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("exported"))
                .body("items.details.format", hasItem("xlsx"));
    }

    void what_makes_no_sense_is_refused(String asked, int status) {
        boss().get("/api/v1/reports/" + asked).then().statusCode(status).contentType("application/problem+json");
    }

    @Test
    void a_refusal_names_what_is_wrong() {
        boss().get("/api/v1/reports/queues?from=2026-10-01&to=2026-10-02&queue=nowhere")
                .then()
                .body("errors[0].field", equalTo("queue"))
                .body("detail", containsString("nowhere"));
        boss().get("/api/v1/reports/queues?from=2016-10-01&to=2026-10-01&interval=month")
                .then()
                .body("code", equalTo("span-too-long"))
                .body("detail", containsString("366 days"));
    }

    @Test
    void a_supervisor_has_the_own_team() {
        String asked = "/api/v1/reports/agents?from=" + FROM + "&to=" + TO;
        people.as("report-lead", Role.SUPERVISOR, NORTH)
                .get(asked)
                .then()
                .statusCode(200)
                .body("over", hasItem("1021"))
                .body("over", not(hasItem("1022")));
        people.as("report-lead", Role.SUPERVISOR, NORTH)
                .get(asked + "&agent=1022")
                .then()
                .statusCode(422);
        people.as("report-planner", Role.CAMPAIGN_MANAGER).get(asked).then().body("over", hasItem("1022"));
        for (Role role : List.of(Role.AGENT, Role.SALES)) {
            people.as("report-" + role.name().toLowerCase(Locale.ROOT), role)
                    .get(asked)
                    .then()
                    .statusCode(403);
        }
    }
}
