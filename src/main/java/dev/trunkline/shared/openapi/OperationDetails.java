package dev.trunkline.shared.openapi;

import dev.trunkline.shared.page.Page;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Names operations of the CRUD kit, and says which headers carry the version of a thing. */
final class OperationDetails {
    private static final String JSON = "application/json";

    private OperationDetails() {}

    static void complete(Operation operation, Door door) {
        if (operation.getOperationId() == null) {
            name(operation, door);
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> "If-Match".equals(parameter.getName()))
                    .forEach(OperationDetails::ifMatch);
        }
        var responses = operation.getResponses();
        responses.getAPIResponses().values().forEach(response -> {
            var content = response.getContent();
            if (content != null && content.hasMediaType("*/*")) {
                var json = content.getMediaType("*/*");
                content.removeMediaType("*/*");
                content.addMediaType(JSON, json);
            }
        });
        if (door.versioned()) {
            var answer = responses.getAPIResponse("200");
            answer.addHeader("ETag", header("Its version, to be sent back as If-Match"));
            // What is posted to one thing's own address makes no new one, unless it is called so.
            if (door.verb().equals("POST")
                    && (!door.path().contains("{") || door.method().name().equals("create"))) {
                answer.addHeader("Location", header("Its address"));
                answer.setDescription("Created");
                responses.removeAPIResponse("200");
                responses.addAPIResponse("201", answer);
            }
        }
    }

    /** By what the kit's methods are called in every resource. */
    private static void name(Operation operation, Door door) {
        var one = door.method().declaringClass().simpleName().replaceFirst("Resource$", "");
        var words = one.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        switch (door.method().name()) {
            case "list" -> {
                var many = plural(door.path());
                name(
                        operation,
                        "list" + many,
                        (door.answer().name().toString().equals(Page.class.getName()) ? "A page of " : "All ")
                                + spaced(many));
            }
            case "get" -> name(operation, "get" + one, "One " + words);
            case "create" -> name(operation, "create" + one, "Make a " + words);
            case "patch" -> name(operation, "change" + one, "Change a " + words);
            case "delete" -> name(operation, "delete" + one, "Delete a " + words);
            default -> throw new IllegalStateException(door + " needs an @Operation with its operationId");
        }
    }

    private static void name(Operation operation, String id, String summary) {
        operation.operationId(id).summary(summary);
    }

    private static String plural(String path) {
        return Arrays.stream(path.substring(path.lastIndexOf('/') + 1).split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static String spaced(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static void ifMatch(Parameter parameter) {
        parameter.required(true).description("The ETag of the version that the change is based on");
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .required(true)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }
}
