package dev.trunkline.shared.page;

import dev.trunkline.shared.access.Where;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on that is put together from rows of several kinds, the newest first: rows of the same moment stand in
 * the falling order of their kinds, those of one kind in the falling order of their ids. Opaque to clients, as any cursor.
 *
 * @param at of the last row of the page before
 * @param kind of that row
 * @param id of that row
 */
public record MixedCursor(Instant at, String kind, String id) {
    private static final String SORT = "-at";

    /** As clients get it. */
    public String encode() {
        return new Cursor(SORT, at.toString(), kind + ":" + id).encode();
    }

    /**
     * Reads what {@link #encode} wrote; null for none.
     *
     * @throws dev.trunkline.shared.problem.Problem 400 {@code bad-cursor} for anything else
     */
    public static @Nullable MixedCursor decode(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        Cursor cursor = Cursor.decode(text);
        int colon = cursor.id().indexOf(':');
        if (!cursor.sort().equals(SORT) || colon < 0) {
            throw Cursor.bad();
        }
        try {
            return new MixedCursor(
                    Instant.parse(cursor.value()),
                    cursor.id().substring(0, colon),
                    cursor.id().substring(colon + 1));
        } catch (DateTimeParseException forged) {
            throw Cursor.bad();
        }
    }

    /**
     * Adds the condition of the rows of a kind that come after a cursor; none without one.
     *
     * @param at the column that the list is ordered by, never null
     * @param id the column that tells rows of the same moment apart
     * @param read makes of an id's text what the column holds; may refuse by IllegalArgumentException
     */
    public static Where after(
            @Nullable MixedCursor cursor, Where where, String kind, String at, String id, Function<String, ?> read) {
        if (cursor == null) {
            return where;
        }
        int order = kind.compareTo(cursor.kind);
        if (order != 0) {
            return where.add(at + (order < 0 ? " <= ?" : " < ?"), cursor.at);
        }
        try {
            return where.add("(%s, %s) < (?, ?)".formatted(at, id), cursor.at, read.apply(cursor.id));
        } catch (IllegalArgumentException forged) {
            throw Cursor.bad();
        }
    }
}
