package dev.trunkline.shared.openapi;

import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Describes the bodies of PATCH, which the code takes as raw JSON: what POST to the collection takes, with everything
 * left out that stays as it is (RFC 7396).
 */
final class Patches {
    private static final String SCHEMAS = "#/components/schemas/";

    private Patches() {}

    static void describe(OpenAPI api) {
        for (var path : api.getPaths().getPathItems().entrySet()) {
            var patch = path.getValue().getPATCH();
            if (patch != null) {
                var collection = path.getKey().substring(0, path.getKey().lastIndexOf('/'));
                describe(api, patch, api.getPaths().getPathItem(collection).getPOST());
            }
        }
    }

    private static void describe(OpenAPI api, Operation patch, Operation post) {
        var media = post.getRequestBody()
                .getContent()
                .getMediaTypes()
                .values()
                .iterator()
                .next();
        var input = media.getSchema().getRef().substring(SCHEMAS.length());
        var name = input.replaceFirst("Input$", "Patch");
        var known = Objects.requireNonNull(api.getComponents().getSchemas().get(input), input);
        api.getComponents().addSchema(name, partial(known));
        patch.getRequestBody()
                .getContent()
                .getMediaTypes()
                .values()
                .forEach(each -> each.setSchema(OASFactory.createSchema().ref(SCHEMAS + name)));
    }

    private static Schema partial(Schema input) {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("What is left out stays as it is; null clears; lists are replaced as a whole")
                .properties(input.getProperties());
    }
}
