package dev.trunkline.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the dashboard shows and the alert rules watch is what the service tells. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class FiguresTest {
    private static final Path DASHBOARD = Path.of("k8s/base/dashboards/trunkline.json");
    private static final Path ALERTS = Path.of("k8s/base/alerts.yaml");
    private static final Pattern FIGURE =
            Pattern.compile("\\b(trunkline|http|sql|postgresql|jvm|process|system)_[a-z_]+\\b");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)[{ ]");

    @Test
    void theDashboardsFiguresAreTold() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
        List<String> expressions = dashboard.findValuesAsText("expr");
        assertThat(expressions)
                .hasSizeGreaterThan(30)
                .allSatisfy(expression -> assertThat(FIGURE.matcher(expression).find())
                        .as(expression)
                        .isTrue());
        assertThat(told()).containsAll(named(String.join("\n", expressions)));
        assertThat(told()).containsAll(named(dashboard.at("/templating").toString()));
    }

    @Test
    void theAlertsFiguresAreTold() throws IOException {
        List<String> expressions =
                Kustomize.documents(Files.readString(ALERTS)).getFirst().findValuesAsText("expr");
        assertThat(expressions).hasSizeGreaterThan(5);
        assertThat(told()).containsAll(named(String.join("\n", expressions)));
    }

    @Test
    void thePanelsAreTheirOwn() throws IOException {
        List<JsonNode> panels = new ObjectMapper().readTree(DASHBOARD.toFile()).findValues("gridPos");
        assertThat(panels).doesNotHaveDuplicates();
        assertThat(new ObjectMapper().readTree(DASHBOARD.toFile()).path("panels"))
                .extracting(panel -> panel.path("id").asInt())
                .doesNotHaveDuplicates();
    }

    private static Set<String> named(String text) {
        return FIGURE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> told() {
        given().get("/api/v1/info").then().statusCode(200);
        String figures =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        return SAMPLE.matcher(figures).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
