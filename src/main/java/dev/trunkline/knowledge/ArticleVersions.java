package dev.trunkline.knowledge;

import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What articles once were: one version for each change, the last 200 of an article. */
@Singleton
class ArticleVersions {
    private static final int KEPT = 200;

    /** Of the row as it stands after the change, so that a version is what people saw. */
    private static final String KEEP = """
            insert into article_version (article_id, number, at, editor_id, title, body, language, status, queues,
                ticket_types, tags, audience)
            select id, version + 1, updated_at, ?2, title, body, language, status, queues, ticket_types, tags, audience
            from article where id = ?1""";

    private static final String FORGET =
            "delete from article_version where article_id = ?1 and number <= (select version + 1 - ?2 from article where id = ?1)";

    private static final String OF = """
            select v.number, v.at, u.name as editor, v.title, v.body, v.status, v.language, v.queues, v.ticket_types, v.tags
            from article_version v left join app_user u on u.id = v.editor_id where v.article_id = $1\s""";

    private final Pool pool;

    ArticleVersions(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> keep(Mutiny.Session session, Reader editor, Article article) {
        return session.createNativeQuery(KEEP)
                .setParameter(1, article.id())
                .setParameter(2, editor.userId())
                .executeUpdate()
                .chain(() -> session.createNativeQuery(FORGET)
                        .setParameter(1, article.id())
                        .setParameter(2, KEPT)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The newest first. */
    Uni<List<ArticleVersionView>> of(UUID article) {
        return pool.preparedQuery(OF + "order by v.number desc limit $2")
                .execute(Tuple.of(article, KEPT))
                .map(rows -> {
                    List<ArticleVersionView> views = new ArrayList<>();
                    rows.forEach(row -> views.add(view(row)));
                    return views;
                });
    }

    /** Fails with 404 when there is none of that number. */
    Uni<ArticleVersionView> one(UUID article, long number) {
        return pool.preparedQuery(OF + "and v.number = $2")
                .execute(Tuple.of(article, number))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("article-version", number);
                    }
                    return view(rows.iterator().next());
                });
    }

    private static ArticleVersionView view(Row row) {
        return new ArticleVersionView(
                row.getLong("number"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("editor"),
                row.getString("title"),
                row.getString("body"),
                Articles.status(row.getString("status")));
    }
}
