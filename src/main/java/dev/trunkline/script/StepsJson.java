package dev.trunkline.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;

/** Steps and answers as they are kept. */
@Singleton
class StepsJson {
    private static final TypeReference<List<ScriptStep>> STEPS = new TypeReference<>() {};
    private static final TypeReference<List<ScriptAnswer>> ANSWERS = new TypeReference<>() {};

    private final ObjectMapper json;

    StepsJson(ObjectMapper json) {
        this.json = json;
    }

    List<ScriptStep> steps(String kept) {
        return read(kept, STEPS);
    }

    List<ScriptAnswer> answers(String kept) {
        return read(kept, ANSWERS);
    }

    /** A row of {@code script_version}. */
    PublishedScript published(Row row) {
        return new PublishedScript(
                row.getUUID("script_id"),
                row.getInteger("number"),
                row.getString("name"),
                row.getString("language"),
                steps(row.getString("steps")));
    }

    String write(List<?> value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A part of a script has no JSON form", e);
        }
    }

    private <T> T read(String kept, TypeReference<T> type) {
        try {
            return json.readValue(kept, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A part of a script was kept in another form", e);
        }
    }
}
