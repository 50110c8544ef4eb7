package dev.trunkline.shared.page;

import dev.trunkline.shared.problem.Problem;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page ended: the last row's value of the sort field, and its id. Opaque to clients (base64url), worthless to
 * forge: it says where to go on, never what may be seen.
 *
 * @param sort as asked for, such as {@code -createdAt}; a cursor serves no other order
 */
record Cursor(String sort, String value, String id) {
    private static final int LONGEST = 4096;

    String encode() {
        var json = new JsonArray().add(sort).add(value).add(id).encode();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws Problem 400 {@code bad-cursor} for anything else
     */
    static Cursor decode(String text) {
        if (text.length() > LONGEST) {
            throw bad();
        }
        try {
            var json = new JsonArray(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            if (json.size() == 3
                    && json.getValue(0) instanceof String sort
                    && json.getValue(1) instanceof String value
                    && json.getValue(2) instanceof String id) {
                return new Cursor(sort, value, id);
            }
        } catch (IllegalArgumentException | DecodeException notOurs) {
            throw bad();
        }
        throw bad();
    }

    static Problem bad() {
        return Problem.badRequest("bad-cursor", "cursor is not one that this list gave for this order");
    }
}
