package dev.trunkline.shared.crud;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of changed fields in an account that is never deleted: words of a fixed set, numbers, times, yes or
 * no, and ids. What people wrote, names and telephone numbers among it, stays out.
 */
final class Values {
    private Values() {}

    /**
     * The fields that may be told, each with what it was and what it is: {@code {status: {before: open, after: solved}}}.
     *
     * @param input the record whose components say of which type each field is
     */
    static JsonObject of(Class<?> input, List<String> changed, JsonNode before, JsonNode after) {
        Map<String, Class<?>> types = Arrays.stream(input.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));
        JsonObject told = new JsonObject();
        for (String name : changed) {
            Class<?> type = types.get(name);
            if (type != null && plain(type)) {
                told.put(
                        name,
                        new JsonObject().put("before", value(before.get(name))).put("after", value(after.get(name))));
            }
        }
        return told;
    }

    private static boolean plain(Class<?> type) {
        return type.isEnum()
                || type.isPrimitive()
                || type == Boolean.class
                || Number.class.isAssignableFrom(type)
                || type == Instant.class
                || type == UUID.class;
    }

    private static @Nullable Object value(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.isNumber() ? node.numberValue() : node.asText();
    }
}
