package dev.trunkline.shared.openapi;

import dev.trunkline.shared.problem.ProblemView;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The ways in which a request is refused, all with a problem document (RFC 9457). */
final class Refusals {
    private static final String OTHER = "default";
    private static final List<Refusal> ALL = List.of(
            new Refusal("400", "BadRequest", "The request makes no sense as a whole"),
            new Refusal("401", "Unauthenticated", "There is no valid session"),
            new Refusal("403", "Forbidden", "The role does not allow this"),
            new Refusal("404", "NotFound", "It is not there, or not for the reader to see"),
            new Refusal("409", "Conflict", "It contradicts the present state"),
            new Refusal("412", "Stale", "It was changed meanwhile: If-Match names another version"),
            new Refusal("422", "NotValid", "Well-formed, and some fields are wrong: errors says which"),
            new Refusal("428", "IfMatchRequired", "If-Match is missing"),
            new Refusal(OTHER, "Refused", "Any other refusal or failure"));

    private Refusals() {}

    static void declare(Components components) {
        ALL.forEach(refusal -> components.addResponse(refusal.name(), refusal.response()));
    }

    static void add(Operation operation, Door door) {
        if (door.hasInput()) {
            add(operation, "400");
            add(operation, "422");
        }
        if (door.permission() != null) {
            add(operation, "401");
            add(operation, "403");
        }
        if (door.path().contains("{")) {
            add(operation, "404");
        }
        if (door.changes() && door.permission() != null) {
            add(operation, "409");
        }
        var parameters = operation.getParameters();
        if (parameters != null && parameters.stream().anyMatch(each -> "If-Match".equals(each.getName()))) {
            add(operation, "412");
            add(operation, "428");
        }
        add(operation, OTHER);
    }

    private static void add(Operation operation, String status) {
        ALL.stream()
                .filter(refusal -> refusal.status().equals(status))
                .map(refusal -> OASFactory.createAPIResponse().ref("#/components/responses/" + refusal.name()))
                .forEach(response -> operation.getResponses().addAPIResponse(status, response));
    }

    /** @param status of HTTP, or {@code default} */
    private record Refusal(String status, String name, String description) {
        APIResponse response() {
            var problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
            return OASFactory.createAPIResponse()
                    .description(description)
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    ProblemView.MEDIA_TYPE,
                                    OASFactory.createMediaType().schema(problem)));
        }
    }
}
