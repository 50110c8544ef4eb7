package dev.trunkline.boot;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers the page's own addresses, such as {@code /customers/…}, with the page, which then shows what the address names.
 * Addresses of the API and of files are left to their own handlers, so that a wrong one of them is a 404 and no page.
 */
@ApplicationScoped
class PageRoutes {
    /** Before every other handler. */
    private static final int FIRST = -10_000;

    void register(@Observes Router router) {
        router.get().order(FIRST).handler(PageRoutes::route);
    }

    private static void route(RoutingContext request) {
        if (pageAddress(request.normalizedPath())) {
            request.reroute("/");
        } else {
            request.next();
        }
    }

    /**
     * Whether the path is one of the page's: not the root, which is the page itself, not the API's, and no file's. The
     * dot in a call's id makes no file of it.
     */
    static boolean pageAddress(String path) {
        boolean taken = path.equals("/")
                || path.equals("/api")
                || path.startsWith("/api/")
                || path.equals("/q")
                || path.startsWith("/q/")
                || path.startsWith("/@");
        return !taken && (path.startsWith("/calls/") || path.indexOf('.', path.lastIndexOf('/')) < 0);
    }
}
