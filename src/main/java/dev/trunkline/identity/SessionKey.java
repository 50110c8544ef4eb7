package dev.trunkline.identity;

import dev.trunkline.shared.problem.Problem;
import io.vertx.core.http.HttpServerRequest;

/** What a session is known by to rooms that tie something to it: the key of its row, by which nobody can sign in. */
public final class SessionKey {
    private SessionKey() {}

    /**
     * The session that a request belongs to; it may have ended in this moment.
     *
     * @throws Problem 401 when it belongs to none
     */
    public static byte[] of(HttpServerRequest request) {
        String token = Tokens.of(request);
        if (token == null) {
            throw Problem.unauthenticated();
        }
        return Tokens.hash(token);
    }
}
