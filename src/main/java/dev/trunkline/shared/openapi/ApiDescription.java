package dev.trunkline.shared.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Completes the OpenAPI document with what holds for all resources alike: who may call, how refusals look, versions and
 * their headers, names of operations, and what in a record may be missing. Runs once, while the service is built; what
 * it cannot tell apart fails the build.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {
    private final IndexView index;

    /** @param index of the service's classes */
    public ApiDescription(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var doors = Doors.of(index);
        var components = api.getComponents();
        new SchemaDetails(Vocabulary.of(index, doors.all())).complete(components);
        components.addSecurityScheme(Access.BEARER, bearer()).addSecurityScheme(Access.COOKIE, cookie());
        Refusals.declare(components);
        for (var path : api.getPaths().getPathItems().entrySet()) {
            for (var operation : path.getValue().getOperations().entrySet()) {
                var door = doors.at(operation.getKey().name(), path.getKey());
                OperationDetails.complete(operation.getValue(), door);
                Refusals.add(operation.getValue(), door);
                Access.say(operation.getValue(), door);
            }
        }
        Patches.describe(api);
    }

    private static SecurityScheme bearer() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("The token that signing in answered with");
    }

    private static SecurityScheme cookie() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("trunkline_session")
                .description("The same token in the HttpOnly cookie that signing in set");
    }
}
