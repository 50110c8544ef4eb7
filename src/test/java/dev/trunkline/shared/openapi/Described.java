package dev.trunkline.shared.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The stored OpenAPI document as a yardstick for JSON: as much of JSON Schema as the document uses of answers. */
final class Described {
    static final Path STORED = Path.of("src/main/webui/openapi.json");

    private final JsonNode document;

    Described(JsonNode document) {
        this.document = document;
    }

    static Described stored() {
        try {
            return new Described(new ObjectMapper().readTree(STORED.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operation at an address without query; null when the document has none. */
    @Nullable
    JsonNode operation(String method, String address) {
        for (var path : document.path("paths").properties()) {
            var pattern = path.getKey().replaceAll("\\{[^}]+}", "[^/]+");
            var operation = path.getValue().get(method.toLowerCase(Locale.ROOT));
            // A fixed word in an address counts more than a parameter there: there is no such pair of paths so far.
            if (operation != null && address.matches(pattern)) {
                return operation;
            }
        }
        return null;
    }

    /** What an operation says of a status. */
    JsonNode response(JsonNode operation, int status) {
        var responses = operation.path("responses");
        var exact = responses.path(Integer.toString(status));
        return resolve(exact.isMissingNode() ? responses.path("default") : exact);
    }

    /** What about the value is not as described, each with its place; empty when all is well. */
    List<String> faults(JsonNode schema, JsonNode value) {
        var faults = new ArrayList<String>();
        check(schema, value, "$", faults);
        return faults;
    }

    private void check(JsonNode given, JsonNode value, String at, List<String> faults) {
        var schema = resolve(given);
        if (schema.has("anyOf")) {
            if (StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                    .noneMatch(each -> faults(each, value).isEmpty())) {
                faults.add(at + " is none of " + schema.path("anyOf") + ": " + value);
            }
            return;
        }
        if (schema.has("type") && !isOfType(schema.path("type"), value)) {
            faults.add(at + " is not of type " + schema.path("type") + ": " + value);
            return;
        }
        if (schema.has("enum") && !has(schema.path("enum"), value)) {
            faults.add(at + " is not one of " + schema.path("enum") + ": " + value);
        }
        if (value.isTextual() && !isOfFormat(schema.path("format").asText(), value.asText())) {
            faults.add(at + " is not " + schema.path("format") + ": " + value);
        }
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            check(schema.path("items"), value.get(i), at + "[" + i + "]", faults);
        }
        if (value.isObject()) {
            checkMembers(schema, value, at, faults);
        }
    }

    private void checkMembers(JsonNode schema, JsonNode value, String at, List<String> faults) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(at + " has no " + name);
            }
        });
        for (var member : value.properties()) {
            var here = at + "." + member.getKey();
            if (schema.path("properties").has(member.getKey())) {
                check(schema.path("properties").get(member.getKey()), member.getValue(), here, faults);
            } else if (schema.has("additionalProperties")) {
                check(schema.path("additionalProperties"), member.getValue(), here, faults);
            } else if (schema.has("properties")) {
                faults.add(here + " is not described");
            }
        }
    }

    private JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private static boolean isOfType(JsonNode types, JsonNode value) {
        return types.isArray()
                ? StreamSupport.stream(types.spliterator(), false).anyMatch(type -> isOfType(type, value))
                : switch (types.asText()) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    default -> value.isNull();
                };
    }

    private static boolean has(JsonNode words, JsonNode value) {
        return StreamSupport.stream(words.spliterator(), false).anyMatch(value::equals);
    }

    private static boolean isOfFormat(String format, String text) {
        try {
            switch (format) {
                case "date-time" -> Instant.parse(text);
                case "uuid" -> UUID.fromString(text);
                default -> {
                    return true;
                }
            }
            return true;
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return false;
        }
    }
}
