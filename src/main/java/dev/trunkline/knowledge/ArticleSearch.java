package dev.trunkline.knowledge;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.search.Marks;
import dev.trunkline.shared.search.SearchHit;
import dev.trunkline.shared.search.SearchRows;
import dev.trunkline.shared.search.SearchText;
import dev.trunkline.shared.search.SearchTokens;
import dev.trunkline.shared.search.Searchable;
import dev.trunkline.shared.search.TokenTable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Articles by their words, and those that suit a call: written for its queue or its ticket's type, with its words. */
@Singleton
class ArticleSearch implements Searchable, SearchRows {
    private static final TokenTable TOKENS = new TokenTable("article_search");

    private static final String FROM =
            "select e.id, e.title, e.body, e.language, e.status, e.tags%s from article e join article_search s on s.id = e.id where ";
    private static final String MISSING = """
            from article a left join article_search s on s.id = a.id and s.form = $1 where s.id is null""";
    private static final String NEXT =
            "select a.id, a.title, a.body, a.tags " + MISSING + " and a.id > $2 order by a.id limit $3";

    private final Pool pool;

    ArticleSearch(Pool pool) {
        this.pool = pool;
    }

    private static SearchTokens tokens(String title, String body, String[] tags) {
        SearchTokens tokens = new SearchTokens().name(title);
        Arrays.stream(tags).forEach(tokens::name);
        return tokens.text(body);
    }

    Uni<Void> write(Mutiny.Session session, Article article) {
        return TOKENS.write(
                session,
                article.id(),
                tokens(article.title, article.body, article.tags).ranked());
    }

    @Override
    public String kind() {
        return Articles.KIND;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Permission permission() {
        return Permission.KNOWLEDGE_READ;
    }

    @Override
    public Uni<List<SearchHit>> find(Reader reader, SearchText text, int limit) {
        String words = text.words();
        if (words == null) {
            return Uni.createFrom().item(List.of());
        }
        Where where = Where.sql().scope(reader, Permission.KNOWLEDGE_READ, Articles.OPEN_IN_SQL);
        String query = where.bind(words) + "::text::tsquery";
        String sql = FROM.formatted("") + where.text() + " and s.tokens @@ " + query + " order by ts_rank(s.tokens, "
                + query + ") desc, e.updated_at desc limit " + where.bind(limit);
        return pool.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<SearchHit> hits = new ArrayList<>();
            rows.forEach(row -> hits.add(new SearchHit(
                    row.getUUID("id").toString(),
                    Marks.of(row.getString("title"), text),
                    null,
                    Map.of(),
                    Excerpts.of(row.getString("body"), text),
                    Arrays.asList(row.getArrayOfStrings("tags")),
                    false,
                    null,
                    row.getString("status"))));
            return hits;
        });
    }

    /**
     * Published articles that the reader may see, those that suit best first.
     *
     * @param queue of the call, null where none is known
     * @param type a ticket's word, null where none is known
     * @param text what is asked for: any word of it counts; may be empty
     * @param language the reader's own, preferred
     */
    Uni<List<ArticleCard>> suggested(
            Reader reader,
            @Nullable String queue,
            @Nullable String type,
            SearchText text,
            @Nullable String language,
            int limit) {
        Where where = Where.sql()
                .add("e.status = 'published'")
                .scope(reader, Permission.KNOWLEDGE_READ, Articles.OPEN_IN_SQL);
        String queueMark = where.bind(queue) + "::text";
        String typeMark = where.bind(type) + "::text";
        String suits = "(coalesce(" + queueMark + " = any(e.queues), false) or coalesce(" + typeMark
                + " = any(e.ticket_types), false))";
        String any = text.anyWords();
        String rank = "0";
        if (any != null) {
            String query = where.bind(any) + "::text::tsquery";
            where.add("s.tokens @@ " + query);
            rank = "ts_rank(s.tokens, " + query + ")";
        } else {
            where.add(suits + " or (cardinality(e.queues) = 0 and cardinality(e.ticket_types) = 0)");
        }
        String score = "case when " + queueMark + " = any(e.queues) then 2 else 0 end + case when " + typeMark
                + " = any(e.ticket_types) then 1 else 0 end + case when e.language = " + where.bind(language)
                + "::text then 1 else 0 end + 4 * " + rank;
        String sql = FROM.formatted(", " + suits + " as suits") + where.text() + " order by " + score
                + " desc, e.title limit " + where.bind(limit);
        return pool.preparedQuery(sql).execute(where.tuple()).map(rows -> {
            List<ArticleCard> cards = new ArrayList<>();
            rows.forEach(row -> cards.add(card(row, text)));
            return cards;
        });
    }

    @Override
    public Uni<Long> missing() {
        return pool.preparedQuery("select count(*) " + MISSING)
                .execute(Tuple.of(SearchTokens.FORM))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Optional<UUID>> make(@Nullable UUID after, int most) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(SearchTokens.FORM, Objects.requireNonNullElse(after, new UUID(0, 0)), most))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(rows -> {
                    Map<UUID, String> vectors = new LinkedHashMap<>();
                    rows.forEach(row -> vectors.put(
                            row.getUUID(0),
                            tokens(row.getString(1), row.getString(2), row.getArrayOfStrings(3))
                                    .ranked()));
                    return TOKENS.writeLater(pool, vectors)
                            .replaceWith(vectors.keySet().stream().reduce((first, second) -> second));
                });
    }

    private static ArticleCard card(Row row, SearchText text) {
        return new ArticleCard(
                row.getUUID("id"),
                Marks.of(row.getString("title"), text),
                Excerpts.of(row.getString("body"), text),
                row.getString("language"),
                Arrays.asList(row.getArrayOfStrings("tags")),
                row.getBoolean("suits"));
    }
}
