package dev.trunkline.telephone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One row of channel event logging: what Asterisk itself says a channel did.
 *
 * @param type for example CHAN_START, ANSWER, BRIDGE_ENTER, HANGUP
 * @param number the channel's caller number
 * @param extra further details by name, for example {@code hangupcause}; an empty object when there are none
 */
public record CelRow(
        String type,
        Instant at,
        String number,
        String extension,
        String context,
        String channel,
        String application,
        String uniqueId,
        String linkedId,
        String peer,
        JsonNode extra) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static CelRow parse(String line) {
        try {
            JsonNode row = JSON.readTree(line);
            String extra = row.path("eventextra").asText();
            return new CelRow(
                    row.path("eventtype").asText(),
                    instant(row.path("eventtime").asText()),
                    row.path("num").asText(),
                    row.path("exten").asText(),
                    row.path("context").asText(),
                    row.path("channame").asText(),
                    row.path("appname").asText(),
                    row.path("uniqueid").asText(),
                    row.path("linkedid").asText(),
                    row.path("peer").asText(),
                    extra.isEmpty() ? JSON.createObjectNode() : JSON.readTree(extra));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a CEL row: " + line, e);
        }
    }

    /** Seconds since 1970 with a fraction. */
    private static Instant instant(String seconds) {
        return Instant.EPOCH.plusNanos(new BigDecimal(seconds).movePointRight(9).longValueExact());
    }
}
