package dev.trunkline.identity;

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

/** Colleagues by name and extension. They are few, so all are looked at. */
@Singleton
class PersonSearch implements Searchable {
    private static final int MOST = 5_000;
    private static final String ALL =
            "select id, name, username, extension from app_user where active order by name limit $1";

    private final Pool pool;

    PersonSearch(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String kind() {
        return "person";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Permission permission() {
        return Permission.DIRECTORY_READ;
    }

    @Override
    public Uni<List<SearchHit>> find(Reader reader, SearchText text, int limit) {
        return pool.preparedQuery(ALL).execute(Tuple.of(MOST)).map(rows -> {
            List<SearchHit> hits = new ArrayList<>();
            rows.forEach(row -> {
                Marked name = Marks.of(row.getString("name"), text);
                String extension = row.getString("extension");
                Marked detail = Marks.of(extension == null ? row.getString("username") : extension, text);
                if (hits.size() < limit && Marks.all(text, name, detail)) {
                    hits.add(SearchHit.of(row.getUUID("id").toString(), name, detail));
                }
            });
            return hits;
        });
    }
}
