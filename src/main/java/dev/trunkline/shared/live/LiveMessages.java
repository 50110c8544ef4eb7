package dev.trunkline.shared.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.format.DateTimeFormatter;

/** Writes messages to live pages: JSON with {@code seq}, {@code type} and {@code at} in front. Thread-safe. */
@Singleton
public class LiveMessages {
    private final ObjectMapper json;
    private final Clock clock;

    LiveMessages(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** The message as JSON text, said to be of now. */
    public String text(long seq, String type, Object message) {
        String at = DateTimeFormatter.ISO_INSTANT.format(clock.instant());
        String head = "{\"seq\":" + seq + ",\"type\":\"" + type + "\",\"at\":\"" + at + "\"";
        try {
            // Written once, not by way of a tree: this is done for each change of each call.
            String body = json.writeValueAsString(message).substring(1);
            return body.equals("}") ? head + body : head + "," + body;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A live message has no JSON form", e);
        }
    }
}
