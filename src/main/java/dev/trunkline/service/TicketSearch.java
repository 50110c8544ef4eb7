package dev.trunkline.service;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.search.Marked;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Tickets by number, and by the words of what people wrote in subject and description; open ones first. */
@Singleton
class TicketSearch implements Searchable, SearchRows {
    private static final TokenTable TOKENS = new TokenTable("ticket_search");

    private static final String SETTINGS =
            "set local plan_cache_mode = force_custom_plan; set local enable_seqscan = off;"
                    + " set local jit = off; set local statement_timeout = '2s'";
    private static final String FROM = """
            select e.id, e.number, e.subject, e.subject_key, e.subject_params, e.status, c.name as customer
            from ticket e left join customer c on c.id = e.customer_id where\s""";
    private static final String WORDS =
            "e.id in (select s.id from ticket_search s where s.tokens @@ ?::text::tsquery limit 500)";
    private static final String NUMBER = "e.number = ? or e.number between ? and ? or e.number between ? and ?";
    private static final String ORDER = " order by e.status in ('solved', 'closed'), e.number desc limit ";

    private static final String MISSING = """
            from ticket t left join ticket_search s on s.id = t.id and s.form = $1
            where s.id is null and (t.subject is not null or t.description is not null)""";
    private static final String NEXT =
            "select t.id, t.subject, t.description " + MISSING + " and t.id > $2 order by t.id limit $3";

    private final Pool pool;

    TicketSearch(Pool pool) {
        this.pool = pool;
    }

    static SearchTokens tokens(@Nullable String subject, @Nullable String description) {
        return new SearchTokens().name(subject).text(description);
    }

    Uni<Void> write(Mutiny.Session session, UUID id, SearchTokens tokens) {
        return TOKENS.write(session, id, tokens.vector());
    }

    @Override
    public String kind() {
        return Tickets.KIND;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Permission permission() {
        return Permission.TICKETS_READ;
    }

    @Override
    public Uni<List<SearchHit>> find(Reader reader, SearchText text, int limit) {
        Where where = Where.sql().scope(reader, Permission.TICKETS_READ, ScopeRule.owned("e.owner_id", "e.team_id"));
        String words = text.words();
        Long number = text.number();
        if (number != null) {
            where.add(words == null ? NUMBER : NUMBER + " or " + WORDS, numberAnd(number, words));
        } else if (words != null) {
            where.add(WORDS, words);
        } else {
            return Uni.createFrom().item(List.of());
        }
        String sql = FROM + where.text() + ORDER + where.bind(limit);
        return pool.withTransaction(transaction -> transaction
                .query(SETTINGS)
                .execute()
                .chain(() -> transaction.preparedQuery(sql).execute(where.tuple()))
                .map(rows -> {
                    List<SearchHit> hits = new ArrayList<>();
                    rows.forEach(row -> hits.add(hit(row, text)));
                    return hits;
                }));
    }

    /** The number itself, and those that it begins while its last one or two digits are still to be typed. */
    private static @Nullable Object[] numberAnd(long number, @Nullable String words) {
        List<Object> values =
                new ArrayList<>(List.of(number, number * 10, number * 10 + 9, number * 100, number * 100 + 99));
        if (words != null) {
            values.add(words);
        }
        return values.toArray();
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
                            tokens(row.getString(1), row.getString(2)).vector()));
                    return TOKENS.writeLater(pool, vectors)
                            .replaceWith(vectors.keySet().stream().reduce((first, second) -> second));
                });
    }

    private static SearchHit hit(Row row, SearchText text) {
        String subject = row.getString("subject");
        String customer = row.getString("customer");
        return new SearchHit(
                row.getUUID("id").toString(),
                subject == null ? new Marked("", List.of()) : Marks.of(subject, text),
                subject == null ? row.getString("subject_key") : null,
                subject == null ? Ticket.params(row.getString("subject_params")) : Map.of(),
                customer == null ? null : Marks.of(customer, text),
                List.of(),
                false,
                row.getLong("number"),
                row.getString("status"));
    }
}
