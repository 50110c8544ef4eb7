package dev.trunkline.shared.page;

import dev.trunkline.shared.problem.Problem;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What every list takes, as a {@code @BeanParam}. Raw text from outside: read it through the methods. */
public class ListQuery {
    /** Rows on a page when none are asked for. */
    public static final int DEFAULT_LIMIT = 50;
    /** Most rows on a page. */
    public static final int MAX_LIMIT = 200;

    private static final int LONGEST_SEARCH = 200;

    @QueryParam("q")
    @Parameter(description = "Search text")
    @Nullable
    String q;

    @QueryParam("cursor")
    @Parameter(description = "Where the page before said to go on")
    @Nullable
    String cursor;

    @QueryParam("limit")
    @Parameter(
            description = "Rows on the page",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @Nullable
    String limit;

    @QueryParam("sort")
    @Parameter(description = "Field to sort by, with a leading - for descending")
    @Nullable
    String sort;

    public ListQuery() {}

    /** The same, made by hand. */
    public static ListQuery of(
            @Nullable String q, @Nullable String cursor, @Nullable String limit, @Nullable String sort) {
        var query = new ListQuery();
        query.q = q;
        query.cursor = cursor;
        query.limit = limit;
        query.sort = sort;
        return query;
    }

    /**
     * The search text without blanks around it, null when there is none.
     *
     * @throws Problem 422 when it is longer than 200
     */
    public @Nullable String search() {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > LONGEST_SEARCH) {
            throw Problem.invalid("q", "size", "must be at most " + LONGEST_SEARCH + " characters");
        }
        return q.strip();
    }

    /**
     * Rows on the page.
     *
     * @throws Problem 422 outside 1 to 200
     */
    public int rows() {
        if (limit == null || limit.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        try {
            int rows = Integer.parseInt(limit);
            if (rows >= 1 && rows <= MAX_LIMIT) {
                return rows;
            }
        } catch (NumberFormatException notANumber) {
            throw badLimit();
        }
        throw badLimit();
    }

    private static Problem badLimit() {
        return Problem.invalid("limit", "range", "must be a number from 1 to " + MAX_LIMIT);
    }
}
