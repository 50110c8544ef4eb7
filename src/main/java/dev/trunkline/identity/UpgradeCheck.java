package dev.trunkline.identity;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.Reader;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every WebSocket: the page that opens it must be ours, and its person allowed what the endpoint's class
 * names with {@link Allowed}; a class that names nothing is refused to all. A request without Origin is no browser's
 * page, so it may come in, but not by the cookie alone.
 */
@Singleton
final class UpgradeCheck implements HttpUpgradeCheck {
    private final List<String> allowedOrigins;

    UpgradeCheck(@ConfigProperty(name = "trunkline.allowed-origins") Optional<List<String>> allowedOrigins) {
        this.allowedOrigins = allowedOrigins.orElse(List.of()).stream()
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (!fromOurPage(context.httpRequest())) {
            return CheckResult.rejectUpgrade(403);
        }
        var allowed = allowed(context.endpointId());
        return context.securityIdentity()
                .map(identity -> {
                    if (!(identity.getPrincipal() instanceof Reader reader)) {
                        return CheckResult.rejectUpgradeSync(401);
                    }
                    return allowed != null && reader.may(allowed.value())
                            ? CheckResult.permitUpgradeSync()
                            : CheckResult.rejectUpgradeSync(403);
                })
                .onFailure(SecurityException.class)
                .recoverWithUni(() -> refused(context.httpRequest()));
    }

    /** Quarkus itself answers a token that is not valid, before we hear of it: then there is nothing left to say. */
    private static Uni<CheckResult> refused(HttpServerRequest request) {
        return request.response().headWritten() ? Uni.createFrom().nothing() : CheckResult.rejectUpgrade(401);
    }

    private boolean fromOurPage(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return Tokens.bearer(request) != null;
        }
        return allowedOrigins.contains(origin.toLowerCase(Locale.ROOT)) || sameOrigin(origin, request);
    }

    /** Compares host and port alone: behind a proxy that ends TLS the scheme here is not the page's. */
    private static boolean sameOrigin(String origin, HttpServerRequest request) {
        var authority = request.authority();
        try {
            var page = URI.create(origin);
            if (authority == null || page.getHost() == null) {
                return false;
            }
            return page.getHost().equalsIgnoreCase(authority.host())
                    && port(page.getPort(), "https".equals(page.getScheme()))
                            == port(authority.port(), "https".equals(page.getScheme()));
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    private static int port(int port, boolean https) {
        return port > 0 ? port : https ? 443 : 80;
    }

    private static @Nullable Allowed allowed(String endpoint) {
        try {
            return Class.forName(endpoint, false, Thread.currentThread().getContextClassLoader())
                    .getAnnotation(Allowed.class);
        } catch (ClassNotFoundException unknown) {
            return null;
        }
    }
}
