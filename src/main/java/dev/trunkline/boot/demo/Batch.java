package dev.trunkline.boot.demo;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for one statement, sent together. */
record Batch(String sql, List<Tuple> rows) {

    Uni<Void> write(SqlConnection transaction) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).executeBatch(rows).replaceWithVoid();
    }

    static Tuple row(@Nullable Object... values) {
        return Tuple.from(values);
    }

    /** A time as the client takes it. */
    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
