package dev.trunkline.shared.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.stream.Collectors;

/** Turns Jackson's findings into problems that quote nothing of the body. */
public final class JsonProblems {
    private JsonProblems() {}

    /** The problem of a body that could not be read: the field where one is to blame, else the place in the text. */
    public static Problem of(JsonProcessingException failure) {
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return Problem.invalid(path(mapping), "type", "has the wrong type or is not one of the words there are");
        }
        var at = failure.getLocation();
        var where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return Problem.badRequest("malformed-json", "The body is not the JSON that belongs here" + where);
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .limit(20)
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
