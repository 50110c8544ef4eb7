package dev.trunkline.telephony.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.telephony.ami.Fields;
import dev.trunkline.telephony.ami.MalformedEvent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One row of CEL as {@code cel_custom.conf} of {@code telephony-config} has it written: one JSON object a line.
 *
 * @param type for example CHAN_START, ANSWER, BRIDGE_ENTER, HANGUP
 * @param userType which of the dialplan's own rows a USER_DEFINED one is, empty for others
 * @param number the channel's caller number, hostile; empty when there is none
 * @param extension where the channel is in the dialplan; of its first row, what it dialled
 * @param application what runs in the channel, empty for nothing
 * @param extra EventExtra by name; empty when there is none
 */
record CelLine(
        String type,
        Instant at,
        String userType,
        String number,
        String extension,
        @Nullable String context,
        String channel,
        String application,
        String data,
        String uniqueId,
        String linkedId,
        Map<String, String> extra)
        implements JournalLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_EXTRAS = 32;

    CelLine {
        extra = Map.copyOf(extra);
    }

    static CelLine parse(String line) throws BadLine {
        JsonNode row = object(line);
        try {
            return new CelLine(
                    Fields.word("eventtype", type(row)),
                    at(row.path("eventtime").asText()),
                    Objects.requireNonNullElse(
                            Fields.optionalWord(row.path("userdeftype").asText()), ""),
                    row.path("num").asText(),
                    row.path("exten").asText(),
                    Fields.optionalWord(row.path("context").asText()),
                    Fields.channel(row.path("channame").asText()),
                    row.path("appname").asText(),
                    row.path("appdata").asText(),
                    Fields.id("uniqueid", row.path("uniqueid").asText()),
                    Fields.id("linkedid", row.path("linkedid").asText()),
                    extra(row.path("eventextra")));
        } catch (MalformedEvent malformed) {
            throw new BadLine(String.valueOf(malformed.getMessage()));
        }
    }

    /** The row with one more detail. */
    CelLine with(String name, String value) {
        Map<String, String> more = new TreeMap<>(extra);
        more.put(name, value);
        return new CelLine(
                type, at, userType, number, extension, context, channel, application, data, uniqueId, linkedId, more);
    }

    /** Whether the row is of this type. */
    boolean is(String name) {
        return type.equals(name);
    }

    /** The row's EventEnum; its EventType is, for a row of the dialplan's own, that row's name. */
    private static String type(JsonNode row) {
        String type = row.path("eventenum").asText();
        return type.isEmpty() ? row.path("eventtype").asText() : type;
    }

    private static JsonNode object(String text) throws BadLine {
        try {
            JsonNode row = JSON.readTree(text);
            if (row != null && row.isObject()) {
                return row;
            }
        } catch (JsonProcessingException broken) {
            throw new BadLine("is no JSON");
        }
        throw new BadLine("is no JSON object");
    }

    /** Seconds since 1970 with a fraction. */
    private static Instant at(String seconds) throws BadLine {
        try {
            BigDecimal time = new BigDecimal(seconds);
            if (time.precision() - time.scale() > 10 || time.scale() > 9 || time.signum() <= 0) {
                throw new BadLine("has no time that can be");
            }
            return Instant.EPOCH.plusNanos(time.movePointRight(9).longValueExact());
        } catch (ArithmeticException | NumberFormatException | DateTimeException noTime) {
            throw new BadLine("has no time");
        }
    }

    private static Map<String, String> extra(JsonNode field) throws BadLine {
        String text = field.asText();
        if (text.isEmpty()) {
            return Map.of();
        }
        JsonNode extras = object(text);
        Map<String, String> values = new TreeMap<>();
        extras.properties().stream()
                .limit(MOST_EXTRAS)
                .forEach(each -> values.put(each.getKey(), each.getValue().asText()));
        return values;
    }
}
