package dev.trunkline.shared.search;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** A table {@code (id, form, tokens)} of what things are searched by. */
public final class TokenTable {
    private final String change;
    private final String later;

    /** @param table its name, a programmer's word */
    public TokenTable(String table) {
        String into = "insert into " + table + " (id, form, tokens) values (%s) on conflict (id) do update"
                + " set form = excluded.form, tokens = excluded.tokens";
        change = into.formatted("?1, ?2, cast(?3 as tsvector)");
        later = into.formatted("$1, $2, $3::text::tsvector") + " where " + table + ".form <> excluded.form";
    }

    /**
     * With a change of the thing.
     *
     * @param vector of {@link SearchTokens}
     */
    public Uni<Void> write(Mutiny.Session session, UUID id, String vector) {
        return session.createNativeQuery(change)
                .setParameter(1, id)
                .setParameter(2, SearchTokens.FORM)
                .setParameter(3, vector)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** For things that were there before; those that somebody changes meanwhile are left alone. */
    public Uni<Void> writeLater(SqlClient client, Map<UUID, String> vectors) {
        List<Tuple> rows = vectors.entrySet().stream()
                .map(one -> Tuple.of(one.getKey(), SearchTokens.FORM, one.getValue()))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : client.preparedQuery(later).executeBatch(rows).replaceWithVoid();
    }
}
