package dev.trunkline.shared.access;

import dev.trunkline.shared.problem.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Stands before every resource method: lets in only who is allowed, and refuses methods that name no permission. */
@Singleton
final class AccessFilter {
    private final CurrentIdentityAssociation identities;
    private final CurrentReader current;

    AccessFilter(CurrentIdentityAssociation identities, CurrentReader current) {
        this.identities = identities;
        this.current = current;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    Uni<@Nullable Response> check(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method != null && method.isAnnotationPresent(PermitAll.class)) {
            return Uni.createFrom().nullItem();
        }
        var allowed = method == null ? null : method.getAnnotation(Allowed.class);
        return identities
                .getDeferredIdentity()
                .onFailure(AuthenticationFailedException.class)
                .transform(failure -> Problem.unauthenticated())
                .invoke(identity -> {
                    var reader = Reader.of(identity);
                    if (allowed == null) {
                        throw Problem.forbidden();
                    }
                    reader.require(allowed.value());
                    current.set(reader);
                })
                .replaceWith((Response) null);
    }
}
