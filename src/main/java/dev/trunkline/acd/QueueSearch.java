package dev.trunkline.acd;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.search.Marked;
import dev.trunkline.shared.search.Marks;
import dev.trunkline.shared.search.SearchHit;
import dev.trunkline.shared.search.SearchText;
import dev.trunkline.shared.search.Searchable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Queues by name and label. They are few, so all are looked at. */
@Singleton
class QueueSearch implements Searchable {
    private static final int MOST = 2_000;
    private static final String ALL = "select name, label, label_zh from queue order by label limit $1";

    private final Pool pool;

    QueueSearch(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String kind() {
        return "queue";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Permission permission() {
        return Permission.QUEUES_READ;
    }

    @Override
    public Uni<List<SearchHit>> find(Reader reader, SearchText text, int limit) {
        return pool.preparedQuery(ALL).execute(Tuple.of(MOST)).map(rows -> {
            List<SearchHit> hits = new ArrayList<>();
            rows.forEach(row -> {
                String name = row.getString("name");
                Marked label = Marks.of(row.getString("label"), text);
                Marked other = Marks.of(Objects.requireNonNullElse(row.getString("label_zh"), name), text);
                if (hits.size() < limit && Marks.all(text, label, other, Marks.of(name, text))) {
                    hits.add(SearchHit.of(name, label, other));
                }
            });
            return hits;
        });
    }
}
