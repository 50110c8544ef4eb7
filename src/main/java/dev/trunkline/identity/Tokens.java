package dev.trunkline.identity;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Session tokens: 256 random bits, worth nothing but to be looked up. They come as {@code Authorization: Bearer}, as the
 * cookie, or as a WebSocket's subprotocol, which is the one header a browser lets a page choose there.
 */
final class Tokens {
    /** Name of the cookie. */
    static final String COOKIE = "trunkline_session";

    private static final int LONGEST = 200;
    private static final String BEARER = "Bearer ";
    private static final String CARRIER = "quarkus-http-upgrade#Authorization#" + BEARER;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    static String next() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The token of a request, null when it carries none or one that cannot be ours. A header counts before the cookie. */
    static @Nullable String of(HttpServerRequest request) {
        var token = bearer(request);
        if (token == null) {
            var cookie = request.getCookie(COOKIE);
            token = cookie == null ? null : cookie.getValue();
        }
        return token;
    }

    /** The token of a request that did not come by cookie, which a foreign page cannot make a browser send. */
    static @Nullable String bearer(HttpServerRequest request) {
        var authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return bounded(authorization.substring(BEARER.length()).strip());
        }
        return ofSubprotocols(request.getHeader("Sec-WebSocket-Protocol"));
    }

    /** {@code bearer, <token>}, or Quarkus's own spelling in one URL-encoded word. */
    private static @Nullable String ofSubprotocols(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var words = header.split(",", 10);
        for (int i = 0; i < words.length; i++) {
            var word = words[i].strip();
            if (word.equals("bearer") && i + 1 < words.length) {
                return bounded(words[i + 1].strip());
            }
            var plain = decoded(word);
            if (plain.startsWith(CARRIER)) {
                return bounded(plain.substring(CARRIER.length()).strip());
            }
        }
        return null;
    }

    private static String decoded(String word) {
        try {
            return URLDecoder.decode(word, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return word;
        }
    }

    private static String bounded(String token) {
        return token.length() <= LONGEST ? token : token.substring(0, LONGEST);
    }
}
