package dev.trunkline.shared.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.trunkline.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page's API client is made from the stored document, so that must be what the code says. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class OpenApiDocumentTest {
    private static final Path STORED = Described.STORED;
    private static final String STORE = "openapi.store";
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    @Test
    void theStoredDocumentIsWhatTheCodeSays() throws IOException {
        var now = text(document());
        if (System.getProperty(STORE) != null) {
            Files.writeString(STORED, now);
        }
        assertThat(Files.exists(STORED) ? Files.readString(STORED) : "")
                .as(
                        "%s is not what the code says; to refresh it: ./mvnw -Dquick test -Dtest=%s -D%s",
                        STORED, getClass().getSimpleName(), STORE)
                .isEqualTo(now);
    }

    @Test
    void everyOperationHasANameOfItsOwn() throws IOException {
        assertThat(operations())
                .isNotEmpty()
                .allSatisfy(operation -> {
                    assertThat(operation.path("operationId").asText()).matches("[a-z][A-Za-z]+");
                    assertThat(operation.path("summary").asText()).isNotBlank();
                    assertThat(operation.path("tags")).hasSize(1);
                })
                .extracting(operation -> operation.path("operationId").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyOperationSaysWhoMayAndHowItIsRefused() throws IOException {
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.has("security")).isTrue();
            assertThat(operation.at("/responses/default/$ref").asText()).isEqualTo("#/components/responses/Refused");
        });
        var document = document();
        assertThat(document.at("/paths/~1api~1v1~1customers/get/security/0/bearer/0")
                        .asText())
                .isEqualTo("customers-read");
        assertThat(document.at("/paths/~1api~1v1~1info/get/security")).isEmpty();
        assertThat(document.at("/components/responses/Refused/content").fieldNames())
                .toIterable()
                .containsExactly("application/problem+json");
    }

    @Test
    void whateverIsReferredToIsThere() throws IOException {
        var document = document();
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @Test
    void wordsAreAsInJson() throws IOException {
        assertThat(document().findValues("enum"))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(words)
                        .filteredOn(word -> !word.isNull())
                        .allSatisfy(word -> assertThat(word.asText()).matches("[a-z0-9-]+")));
    }

    @Test
    void whatMayBeNullIsNotRequired() throws IOException {
        var call = document().at("/components/schemas/CallView");
        assertThat(text(call.path("required"))).contains("\"startedAt\"").doesNotContain("endedAt");
        assertThat(text(call.at("/properties/queue/type"))).contains("null");
        assertThat(text(call.at("/properties/endedAt"))).contains("Instant").contains("null");
        var input = document().at("/components/schemas/CustomerInput");
        assertThat(input.path("required")).map(JsonNode::asText).containsExactly("name");
        assertThat(document().at("/components/schemas/CustomerPatch").has("required"))
                .isFalse();
    }

    @Test
    void answersInTestsAreHeldToIt() throws IOException {
        assertThat(RestAssured.filters()).hasAtLeastOneElementOfType(AnswerCheck.class);
        var described = Described.stored();
        var operation = described.operation("GET", "/api/v1/me");
        assertThat(operation).isNotNull();
        var me = described.response(operation, 200).at("/content/application~1json/schema");
        var wrong = JSON.createObjectNode()
                .put("id", "no uuid")
                .put("username", "w")
                .putNull("name")
                .put("active", true)
                .put("more", 1);
        wrong.putArray("roles").add("AGENT");
        assertThat(described.faults(me, wrong))
                .map(fault -> fault.replaceFirst(" .*", ""))
                .containsExactlyInAnyOrder("$", "$.id", "$.name", "$.roles[0]", "$.more");
    }

    @Test
    void versionsTravelInHeaders() throws IOException {
        var customer = document().at("/paths/~1api~1v1~1customers~1{id}");
        assertThat(customer.at("/get/responses/200/headers").has("ETag")).isTrue();
        assertThat(customer.at("/patch/parameters")).anySatisfy(parameter -> {
            assertThat(parameter.path("name").asText()).isEqualTo("If-Match");
            assertThat(parameter.path("required").asBoolean()).isTrue();
        });
        assertThat(document()
                        .at("/paths/~1api~1v1~1customers/post/responses/201/headers")
                        .fieldNames())
                .toIterable()
                .contains("ETag", "Location");
    }

    private static JsonNode document() throws JsonProcessingException {
        return JSON.readTree(RestAssured.get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static List<JsonNode> operations() throws JsonProcessingException {
        var all = new ArrayList<JsonNode>();
        document().path("paths").forEach(path -> path.forEach(all::add));
        return all;
    }

    /** The same text for the same meaning: names in order of the alphabet, two spaces, one line end. */
    private static String text(JsonNode node) throws JsonProcessingException {
        var indent = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        var printer =
                new DefaultPrettyPrinter(separators).withObjectIndenter(indent).withArrayIndenter(indent);
        return JSON.writer(printer).writeValueAsString(JSON.treeToValue(node, Object.class)) + "\n";
    }
}
