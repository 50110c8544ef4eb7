package dev.trunkline.shared.access;

import dev.trunkline.shared.problem.Problem;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query, put together safely: text is the programmer's, values are always parameters. Also the one
 * place where a reader's scope becomes a condition. Not thread-safe.
 */
public final class Where {
    private static final Pattern NAMED = Pattern.compile("\\{(user|team|extension|groups)}");

    private final char mark;
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    private Where(char mark) {
        this.mark = mark;
    }

    /** For Hibernate: parameters {@code ?1, ?2 …}. */
    public static Where hql() {
        return new Where('?');
    }

    /** For the PostgreSQL client: parameters {@code $1, $2 …}. */
    public static Where sql() {
        return new Where('$');
    }

    /** Adds a condition; each {@code ?} in it takes the next value. */
    public Where add(String condition, @Nullable Object... arguments) {
        var text = new StringBuilder("(");
        int next = 0;
        for (int i = 0; i < condition.length(); i++) {
            char c = condition.charAt(i);
            if (c == '?') {
                text.append(bind(arguments[next++]));
            } else {
                text.append(c);
            }
        }
        if (next != arguments.length) {
            throw new IllegalArgumentException("Values and marks differ in number: " + condition);
        }
        conditions.add(text.append(')').toString());
        return this;
    }

    /** Adds the condition only for a value that is given. */
    public Where addIf(@Nullable Object value, String condition) {
        return value == null ? this : add(condition, value);
    }

    /**
     * Adds what the reader may see by this permission.
     *
     * @throws Problem 403 when not granted
     */
    public Where scope(Reader reader, Permission permission, ScopeRule rule) {
        var scope = reader.scopeOf(permission);
        if (scope == null) {
            throw Problem.forbidden();
        }
        return switch (scope) {
            case ALL -> this;
            case OWN -> named(rule.own(), reader);
            case TEAM -> named("(" + rule.own() + ") or (" + rule.team() + ")", reader);
        };
    }

    private Where named(String condition, Reader reader) {
        var arguments = new ArrayList<@Nullable Object>();
        var text = NAMED.matcher(condition).replaceAll(found -> {
            var value = switch (found.group(1)) {
                case "user" -> reader.userId();
                case "team" -> reader.teamId();
                case "groups" -> String.join(",", reader.groups());
                default -> reader.extension();
            };
            if (value == null) {
                return "null";
            }
            arguments.add(value);
            return "?";
        });
        return add(text, arguments.toArray());
    }

    /** A pattern for {@code like ? escape '!'} that finds the text anywhere, and in which nothing but it has a meaning. */
    public static String containing(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** Binds a value and gives its mark, for use outside conditions (limits, offsets). */
    public String bind(@Nullable Object value) {
        values.add(value);
        return mark + Integer.toString(values.size());
    }

    /** All conditions, {@code 1=1} when there are none. */
    public String text() {
        return conditions.isEmpty() ? "1=1" : String.join(" and ", conditions);
    }

    /** The values in the order of their marks. */
    public List<@Nullable Object> values() {
        return Collections.unmodifiableList(values);
    }

    /** The values for the PostgreSQL client, which knows no Instant. */
    public Tuple tuple() {
        var tuple = Tuple.tuple();
        for (var value : values) {
            tuple.addValue(value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        return tuple;
    }

    /** A copy to go on from, for instance to count before paging. */
    public Where copy() {
        var copy = new Where(mark);
        copy.conditions.addAll(conditions);
        copy.values.addAll(values);
        return copy;
    }
}
