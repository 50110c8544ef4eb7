package dev.trunkline.shared.crud;

import dev.trunkline.shared.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Entity tags: {@code "7"} is version 7. */
public final class Etags {
    private Etags() {}

    /** 200 with the view and its tag. */
    public static <V extends Versioned> RestResponse<V> ok(V view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, of(view.version()))
                .build();
    }

    /**
     * 201 with the view, its tag and its address.
     *
     * @param path of the collection, such as {@code /api/v1/customers}
     */
    public static <V extends Versioned> RestResponse<V> created(String path, V view) {
        return RestResponse.ResponseBuilder.<V>created(URI.create(path + "/" + view.id()))
                .entity(view)
                .header(HttpHeaders.ETAG, of(view.version()))
                .build();
    }

    /** The tag of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Insists that a change names the current version. Weak tags count too, because proxies that compress weaken them;
     * {@code *} means whatever there is.
     *
     * @throws Problem 428 without the header, 412 when it names another version
     */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.ifMatchRequired();
        }
        for (var tag : ifMatch.split(",", 20)) {
            var plain = tag.strip();
            if (plain.equals("*") || plain.equals(of(version)) || plain.equals("W/" + of(version))) {
                return;
            }
        }
        throw Problem.stale();
    }
}
