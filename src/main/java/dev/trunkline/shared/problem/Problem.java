package dev.trunkline.shared.problem;

import java.util.List;
import java.util.Map;

/**
 * An error meant for the client. Clients act on {@link #code()} and {@link #params()} and render them in the reader's
 * language; title and detail are English. Never carries internals, and no stack trace is kept.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String title;
    private final transient Map<String, Object> params;
    private final transient List<FieldError> errors;

    private Problem(
            int status, String code, String title, String detail, Map<String, Object> params, List<FieldError> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.params = Map.copyOf(params);
        this.errors = List.copyOf(errors);
    }

    /** Any other status; the factories below are for the common ones. */
    public static Problem of(int status, String code, String title, String detail, Map<String, Object> params) {
        return new Problem(status, code, title, detail, params, List.of());
    }

    /** 400: the request makes no sense as a whole; say what and where. */
    public static Problem badRequest(String code, String detail) {
        return of(400, code, "Bad request", detail, Map.of());
    }

    /** 422: well-formed, and these fields are wrong. */
    public static Problem invalid(List<FieldError> errors) {
        var detail = errors.size() == 1
                ? errors.getFirst().field() + ": " + errors.getFirst().message()
                : errors.size() + " fields are not valid";
        return new Problem(422, "validation", "Not valid", detail, Map.of(), errors);
    }

    /** 422 for one field. */
    public static Problem invalid(String field, String code, String message) {
        return invalid(List.of(new FieldError(field, code, message)));
    }

    /** 401: no session, or one that is forged, ended or expired. */
    public static Problem unauthenticated() {
        return of(401, "unauthenticated", "Sign in", "There is no valid session", Map.of());
    }

    /** 403. */
    public static Problem forbidden() {
        return of(403, "forbidden", "Not allowed", "Your role does not allow this", Map.of());
    }

    /** 404; also for what exists outside the reader's scope, so that nobody learns of it. */
    public static Problem notFound(String kind, Object id) {
        return of(404, "not-found", "Not found", "There is no such " + kind, Map.of("kind", kind, "id", shown(id)));
    }

    /** 409: contradicts the present state. */
    public static Problem conflict(String code, String detail) {
        return of(409, code, "Conflict", detail, Map.of());
    }

    /** 412: somebody else changed it meanwhile. */
    public static Problem stale() {
        return of(412, "stale", "Changed meanwhile", "If-Match does not name the current version", Map.of());
    }

    /** 428: a change must say which version it changes. */
    public static Problem ifMatchRequired() {
        return of(428, "if-match-required", "If-Match is missing", "Send the ETag you read as If-Match", Map.of());
    }

    /** 429: come back in some seconds; sent as {@code Retry-After} too. */
    public static Problem tooMany(String code, String detail, long retryAfterSeconds) {
        return of(429, code, "Too many attempts", detail, Map.of("retryAfterSeconds", retryAfterSeconds));
    }

    /** 503: something we depend on is away. */
    public static Problem unavailable(String code, String detail) {
        return of(503, code, "Not available now", detail, Map.of());
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String detail() {
        var message = getMessage();
        return message == null ? title : message;
    }

    public Map<String, Object> params() {
        return params;
    }

    public List<FieldError> errors() {
        return errors;
    }

    private static String shown(Object id) {
        var text = String.valueOf(id);
        return text.length() <= 80 ? text : text.substring(0, 80);
    }
}
