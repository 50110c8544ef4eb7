package dev.trunkline.shared.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;

/**
 * Holds every answer that any component test gets to the stored OpenAPI document: status, content type and JSON. Found by
 * Quarkus as a service; tests need do nothing for it.
 */
public final class AnswerCheck implements QuarkusTestBeforeEachCallback, Filter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Described DESCRIBED = Described.stored();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(List.of(this));
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        var path = URI.create(request.getURI()).getPath();
        var operation = DESCRIBED.operation(request.getMethod(), path);
        if (operation != null) {
            check(request.getMethod() + " " + path, response, DESCRIBED.response(operation, response.statusCode()));
        }
        return response;
    }

    private static void check(String what, Response response, JsonNode described) {
        var content = described.path("content");
        if (content.isMissingNode()) {
            assertThat(response.asByteArray())
                    .as("%s answers %s", what, response.statusLine())
                    .isEmpty();
            return;
        }
        var type = response.contentType().replaceFirst(";.*", "");
        assertThat(content.fieldNames())
                .toIterable()
                .as("%s answers %s", what, response.statusLine())
                .contains(type);
        if (type.endsWith("json")) {
            assertThat(DESCRIBED.faults(content.path(type).path("schema"), json(response)))
                    .as("%s answers %s %s", what, response.statusLine(), response.asString())
                    .isEmpty();
        }
    }

    private static JsonNode json(Response response) {
        try {
            return JSON.readTree(response.asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + response.asString(), e);
        }
    }
}
