package dev.trunkline.customer;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Scope;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.search.Marked;
import dev.trunkline.shared.search.Marks;
import dev.trunkline.shared.search.SearchHit;
import dev.trunkline.shared.search.SearchText;
import dev.trunkline.shared.search.Searchable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Customers by what begins their name, as it is written, read or abbreviated; by part of a number; and only where these are
 * too few, by the words and characters in it, its contacts' names and addresses and its tags. The first two walk an index
 * and stop when there are enough, however many there are; the last one asks for terms that are long enough to be rare or
 * are one entry of the index.
 */
@Singleton
class CustomerSearch implements Searchable {
    static final String KIND = "customer";

    /**
     * Each statement is planned for what was typed: a plan for any text would read the whole table for a rare one. And what
     * takes longer than this nobody waits for.
     */
    static final String SETTINGS = "set local plan_cache_mode = force_custom_plan; set local enable_seqscan = off;"
            + " set local jit = off; set local statement_timeout = '2s'";

    private static final String FROM =
            "select c.id, c.name, c.vip, c.tags, c.contacts from customer_search s join customer c on c.id = s.id where ";
    private static final String FROM_NUMBERS = "select c.id, c.name, c.vip, c.tags, c.contacts from customer_phone p"
            + " join customer c on c.id = p.customer_id where ";
    /** So few customers are looked through one by one, whatever is asked for. */
    private static final int FEW = 2_000;

    private static final List<String> FORMS = List.of("name", "pinyin", "initials");

    private final Pool pool;
    private final Contacts contacts;

    CustomerSearch(Pool pool, Contacts contacts) {
        this.pool = pool;
        this.contacts = contacts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Permission permission() {
        return Permission.CUSTOMERS_READ;
    }

    @Override
    public Uni<List<SearchHit>> find(Reader reader, SearchText text, int limit) {
        Map<UUID, SearchHit> found = new LinkedHashMap<>();
        String digits = text.digits();
        String words = text.words();
        return pool.withTransaction(transaction -> transaction
                        .query(SETTINGS)
                        .execute()
                        .chain(() -> seen(reader, transaction))
                        .chain(seen -> (digits == null
                                        ? Uni.createFrom().voidItem()
                                        : add(found, transaction, byNumber(seen, digits, limit), text))
                                .chain(() -> found.size() >= limit
                                        ? Uni.createFrom().voidItem()
                                        : add(found, transaction, byBeginning(seen, text, limit), text))
                                .chain(() -> found.size() >= limit || words == null
                                        ? Uni.createFrom().voidItem()
                                        : add(
                                                found,
                                                transaction,
                                                byWords(seen, words, text.shortWords(), limit),
                                                text))))
                .map(done -> found.values().stream().limit(limit).toList());
    }

    private record Question(String sql, Where where) {}

    /**
     * The customers that the reader may see.
     *
     * @param few all of them where they are few: named, so that no plan reads past everybody else's. Else null.
     */
    private record Seen(Reader reader, UUID @Nullable [] few) {
        Where where() {
            return few == null ? scoped(reader) : Where.sql().add("c.id = any(?)", (Object) few);
        }
    }

    private static Uni<Seen> seen(Reader reader, SqlConnection transaction) {
        if (reader.scopeOf(Permission.CUSTOMERS_READ) == Scope.ALL) {
            return Uni.createFrom().item(new Seen(reader, null));
        }
        Where where = scoped(reader);
        return transaction
                .preparedQuery("select c.id from customer c where " + where.text() + " limit " + where.bind(FEW + 1))
                .execute(where.tuple())
                .map(rows -> {
                    List<UUID> ids = new ArrayList<>(rows.size());
                    rows.forEach(row -> ids.add(row.getUUID("id")));
                    return new Seen(reader, ids.size() > FEW ? null : ids.toArray(UUID[]::new));
                });
    }

    private static Question byNumber(Seen seen, String digits, int limit) {
        Where where = seen.where().add("p.digits like ?", "%" + digits + "%");
        // A customer may have the same digits in several numbers.
        return new Question(FROM_NUMBERS + where.text() + " limit " + where.bind(limit * 3), where);
    }

    private static Question byBeginning(Seen seen, SearchText text, int limit) {
        Where where = seen.where();
        String scope = where.text();
        String from = where.bind(text.beginning());
        String to = where.bind(text.end());
        String most = where.bind(limit);
        String sql = String.join(
                " union all ",
                FORMS.stream()
                        .map(form -> "(" + FROM + scope + " and s." + form + " >= " + from + " and s." + form + " < "
                                + to + " order by s." + form + " limit " + most + ")")
                        .toList());
        return new Question(sql, where);
    }

    private static Question byWords(Seen seen, String words, @Nullable String shortWords, int limit) {
        Where where = seen.where().add("s.tokens @@ ?::text::tsquery", words);
        if (shortWords != null) {
            // Written so that the index is not asked for them.
            where.add("(s.tokens @@ ?::text::tsquery) is true", shortWords);
        }
        return new Question(FROM + where.text() + " limit " + where.bind(limit * 2), where);
    }

    private static Where scoped(Reader reader) {
        return Where.sql().scope(reader, Permission.CUSTOMERS_READ, ScopeRule.owned("c.owner_id", "c.team_id"));
    }

    private Uni<Void> add(Map<UUID, SearchHit> found, SqlConnection transaction, Question question, SearchText text) {
        return transaction
                .preparedQuery(question.sql())
                .execute(question.where().tuple())
                .invoke(rows -> rows.forEach(row -> found.computeIfAbsent(row.getUUID("id"), id -> hit(row, text))))
                .replaceWithVoid();
    }

    /** What it was found by is shown: the name, else a number, a contact, an address; else the first number there is. */
    private SearchHit hit(Row row, SearchText text) {
        List<ContactView> people = contacts.parse(row.getString("contacts"));
        String digits = text.digits();
        Marked title = Marks.of(row.getString("name"), text);
        List<String> numbers = numbers(people);
        Stream<Marked> byNumber =
                digits == null ? Stream.empty() : numbers.stream().map(number -> Marks.ofNumber(number, digits));
        Stream<Marked> byPeople = title.found()
                ? Stream.empty()
                : people.stream()
                        .flatMap(person -> Stream.of(person.name(), person.email()))
                        .flatMap(Stream::ofNullable)
                        .map(one -> Marks.of(one, text));
        Marked detail = Stream.of(byNumber, byPeople)
                .flatMap(Function.identity())
                .filter(Marked::found)
                .findFirst()
                .or(() -> numbers.stream().findFirst().map(number -> new Marked(number, List.of())))
                .orElse(null);
        return new SearchHit(
                row.getUUID("id").toString(),
                title,
                null,
                Map.of(),
                detail,
                Arrays.asList(row.getArrayOfStrings("tags")),
                row.getBoolean("vip"),
                null,
                null);
    }

    private static List<String> numbers(List<ContactView> people) {
        return people.stream()
                .flatMap(person -> person.phones().stream())
                .map(PhoneView::raw)
                .toList();
    }
}
