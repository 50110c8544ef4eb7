package dev.trunkline.call.history;

import dev.trunkline.call.Call;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of calls can be narrowed by. Raw text from outside. */
public class CallFilter {
    private static final String AGENT =
            "c.agents @> array[?] or c.agents && array(select u.extension::text from app_user u where u.username = ?)";

    private static final String NAMED =
            "lower(c.from_name) like ? escape '!' or cc.customer_id in (select k.id from customer k where k.findable like ? escape '!')";

    @QueryParam("from")
    @Parameter(
            description = "Started at this time or later, ISO-8601 with offset",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Started before this time, ISO-8601 with offset",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable
    String to;

    @QueryParam("queue")
    @Nullable
    String queue;

    @QueryParam("agent")
    @Parameter(description = "Extension or user name of an agent who took part, or me")
    @Nullable
    String agent;

    @QueryParam("customer")
    @Nullable
    String customer;

    @QueryParam("outcome")
    @Parameter(schema = @Schema(implementation = Call.Outcome.class))
    @Nullable
    String outcome;

    @QueryParam("direction")
    @Parameter(schema = @Schema(implementation = Call.Direction.class))
    @Nullable
    String direction;

    @QueryParam("recovered")
    @Parameter(description = "Whether the PBX's journal had a part in it", schema = @Schema(type = SchemaType.BOOLEAN))
    @Nullable
    String recovered;

    @QueryParam("counted")
    @Parameter(
            description =
                    "Only calls that a report counts so; from, to, queue and agent, which may then be lists with commas "
                            + "between, speak of the stay in the queue or of the agent's part as the report does",
            schema = @Schema(implementation = Counted.class))
    @Nullable
    String counted;

    public CallFilter() {}

    /**
     * Adds the conditions.
     *
     * @throws Problem 422 naming the field that makes no sense
     */
    Where narrow(Where where, Reader reader, @Nullable String search) {
        String figure = text(counted);
        if (figure == null) {
            where(where, reader);
        } else {
            Words.parse(Counted.class, figure, "counted")
                    .narrow(where, instant(from, "from"), instant(to, "to"), text(queue), text(agent));
        }
        where.addIf(uuid(customer), "cc.customer_id = ?");
        where.addIf(word(Call.Outcome.class, outcome, "outcome"), "c.outcome = ?");
        where.addIf(word(Call.Direction.class, direction, "direction"), "c.direction = ?");
        where.addIf(yesOrNo(recovered), "c.recovered = ?");
        if (search != null) {
            find(where, search);
        }
        return where;
    }

    /** When the call began, in which queue it was last, and who took part. */
    private void where(Where where, Reader reader) {
        where.addIf(instant(from, "from"), "c.started_at >= ?");
        where.addIf(instant(to, "to"), "c.started_at < ?");
        where.addIf(text(queue), "c.queue = ?");
        String who = text(agent);
        if (who != null) {
            String extension = who.equals("me") ? reader.extension() : who;
            where.add(AGENT, extension == null ? "" : extension, who);
        }
    }

    /** By name, the presented one or the customer's, or by part of a number, however it is written. */
    private static void find(Where where, String search) {
        String like = Where.containing(search.toLowerCase(Locale.ROOT));
        // A leading zero is the trunk prefix or the 00 before a country code: no part of the normal form.
        String digits = search.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        if (search.matches("[+0-9()\\s.-]+") && !digits.isEmpty()) {
            String part = "%" + digits + "%";
            where.add("c.party_key like ? or c.from_number like ? or c.to_number like ?", part, part, part);
        } else {
            where.add(NAMED, like, like);
        }
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable Instant instant(@Nullable String value, String field) {
        String text = text(value);
        try {
            return text == null ? null : java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid(field, "time", "must be a time such as 2026-11-22T08:00:00Z");
        }
    }

    private static @Nullable Boolean yesOrNo(@Nullable String value) {
        String text = text(value);
        return switch (text) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.invalid("recovered", "boolean", "must be true or false");
        };
    }

    private @Nullable UUID uuid(@Nullable String value) {
        String text = text(value);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("customer", "id", "must be the id of a customer");
        }
    }

    private static <E extends Enum<E>> @Nullable String word(Class<E> type, @Nullable String value, String field) {
        String text = text(value);
        return text == null ? null : Words.of(Words.parse(type, text, field));
    }
}
