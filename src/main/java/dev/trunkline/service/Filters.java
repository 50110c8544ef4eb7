package dev.trunkline.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Filters that lists of this room share. Values come from outside: what makes no sense is a 422 that names the field. */
final class Filters {
    private static final int MOST = 10;

    private Filters() {}

    /** One word or several with commas, of an enum kept as words. */
    static <E extends Enum<E>> void words(
            Where where, String column, Class<E> type, @Nullable String asked, String name) {
        if (asked == null || asked.isEmpty()) {
            return;
        }
        List<String> words = split(asked, name).stream()
                .map(word -> Words.of(Words.parse(type, word, name)))
                .toList();
        where.add(column + " in (" + marks(words) + ")", words.toArray());
    }

    /** {@code me}, {@code none}, ids of users, or several of these with commas: whose. */
    static void assignee(Where where, Reader reader, @Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return;
        }
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (String who : split(asked, "assignee")) {
            if (who.equals("none")) {
                conditions.add("e.ownerId is null");
            } else {
                conditions.add("e.ownerId = ?");
                values.add(who.equals("me") ? reader.userId() : id(who, "assignee"));
            }
        }
        where.add(String.join(" or ", conditions), values.toArray());
    }

    /** {@code me}: nobody asks what others watch. */
    static void watcher(Where where, Reader reader, @Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return;
        }
        if (!asked.equals("me")) {
            throw Problem.invalid("watcher", "unknown-word", "must be me");
        }
        where.add("? member of e.watchers", reader.userId());
    }

    /** Due by now and still to be done, or the others. */
    static void overdue(Where where, Instant now, @Nullable Boolean asked) {
        if (asked != null) {
            String late = "(e.dueAt is not null and e.dueAt < ? and e.status not in ('solved', 'closed'))";
            where.add(asked ? late : "not " + late, now);
        }
    }

    static void customer(Where where, @Nullable String asked) {
        if (asked != null && !asked.isEmpty()) {
            where.add("e.customerId = ?", id(asked, "customer"));
        }
    }

    static UUID id(String text, String name) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(name, "type", "is not an id");
        }
    }

    /**
     * A patch that names the assignee as views also do, brought to the input's one name.
     *
     * @throws Problem 400 without a body
     */
    static ObjectNode oneName(@Nullable ObjectNode patch) {
        if (patch == null) {
            throw Problem.badRequest("malformed-json", "There is no JSON object in the body");
        }
        if (patch.has("assigneeId")) {
            patch.set("assignee", patch.remove("assigneeId"));
        }
        return patch;
    }

    private static List<String> split(String asked, String name) {
        List<String> parts = List.of(asked.split(",", MOST + 1));
        if (parts.size() > MOST) {
            throw Problem.invalid(name, "size", "at most " + MOST + " at once");
        }
        return parts;
    }

    private static String marks(List<String> values) {
        return values.stream().map(value -> "?").collect(Collectors.joining(", "));
    }
}
