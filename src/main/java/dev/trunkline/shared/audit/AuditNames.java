package dev.trunkline.shared.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the things in the audit are called by now, told by the room that keeps them. The audit itself holds ids alone, so
 * that it never keeps a name that was to be forgotten.
 */
public interface AuditNames {
    /** The kinds it knows. */
    Set<String> kinds();

    /**
     * Names of those things that there still are, by reference.
     *
     * @param kind one of {@link #kinds()}
     * @param refs as the audit has them
     */
    Uni<Map<String, Named>> names(String kind, Collection<String> refs);

    /**
     * Names of things about no customer, straight from their table.
     *
     * @param sql gives id and name of those whose ids are in the array {@code $1}
     */
    static Uni<Map<String, Named>> read(SqlClient database, String sql, Collection<String> refs) {
        return database.preparedQuery(sql)
                .execute(Tuple.tuple().addArrayOfUUID(ids(refs)))
                .map(rows -> {
                    Map<String, Named> names = new HashMap<>();
                    rows.forEach(row -> names.put(row.getUUID(0).toString(), Named.of(row.getString(1))));
                    return names;
                });
    }

    /** The references that are ids; others are of nothing. */
    static UUID[] ids(Collection<String> refs) {
        List<UUID> ids = new ArrayList<>();
        for (String ref : refs) {
            try {
                ids.add(UUID.fromString(ref));
            } catch (IllegalArgumentException notAnId) {
                continue;
            }
        }
        return ids.toArray(UUID[]::new);
    }

    /**
     * A thing by name.
     *
     * @param name its own, null where it has none, such as a call from a withheld number
     * @param customerId the customer it is about, null for none
     * @param customerName that customer's name, null for none
     */
    record Named(
            @Nullable String name,
            @Nullable UUID customerId,
            @Nullable String customerName) {
        /** A thing that is about no customer. */
        public static Named of(@Nullable String name) {
            return new Named(name, null, null);
        }
    }
}
