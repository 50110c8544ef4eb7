package dev.trunkline.shared.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * RFC 9457 problem details as sent.
 *
 * @param type {@code urn:trunkline:problem:<code>}
 * @param code stable word to act on
 * @param params values for the translated text
 * @param errors field by field, when the request was not valid
 */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        String code,
        Map<String, Object> params,
        List<FieldError> errors) {
    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The problem as sent. */
    public static ProblemView of(Problem problem) {
        return new ProblemView(
                "urn:trunkline:problem:" + problem.code(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.code(),
                problem.params(),
                problem.errors());
    }
}
