package dev.trunkline.customer;

import static java.util.Objects.requireNonNullElse;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.phone.PhoneNumbers;
import dev.trunkline.shared.problem.Problem;
import dev.trunkline.shared.search.SearchName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds customers who may have been entered twice: those with the same number, e-mail address or name. Each is a walk down
 * one index that stops soon ({@code customer_phone_key}, {@code customer_email}, {@code customer_search_name}), so it costs the
 * same however many customers there are.
 */
@Singleton
class Duplicates {
    /** A number or address that more customers share tells nothing: a switchboard, an office's mailbox. */
    private static final int SHARED = 5;

    private static final int MOST_KEYS = 20;
    private static final int MOST_NAMESAKES = 20;
    private static final int MOST_SHOWN = 5;

    private static final String FACTS = "select c.id, c.name, c.kind, c.vip, c.tags, c.contacts, u.name as owner_name"
            + " from customer c left join app_user u on u.id = c.owner_id where ";

    static final String BY_PHONE = """
            select k.key, p.customer_id from unnest($1::text[]) k(key),
                lateral (select customer_id from customer_phone where phone_key = k.key limit $2) p""";
    static final String BY_EMAIL = """
            select k.key, c.id from unnest($1::text[]) k(key),
                lateral (select id from customer where customer_emails(contacts) @> array[k.key] limit $2) c""";
    static final String BY_NAME = """
            select k.key, s.id from unnest($1::text[]) k(key),
                lateral (select id from customer_search where name = k.key limit $2) s""";

    private final Pool pool;
    private final Contacts contacts;
    private final PhoneNumbers numbers;

    Duplicates(Pool pool, Contacts contacts, PhoneNumbers numbers) {
        this.pool = pool;
        this.contacts = contacts;
        this.numbers = numbers;
    }

    private record Known(UUID id, Row row, Likeness.Facts facts) {}

    /** Those whom the reader sees, the likeliest first, at most five; fails with 404 for a customer the reader does not see. */
    Uni<List<DuplicateView>> of(Reader reader, UUID id) {
        Where where = scoped(Where.sql().add("c.id = ?", id), reader);
        return pool.preparedQuery(FACTS + where.text())
                .execute(where.tuple())
                .map(this::known)
                .flatMap(found -> {
                    if (found.isEmpty()) {
                        throw Problem.notFound("customer", id);
                    }
                    return like(reader, found.getFirst().facts(), id)
                            .map(all ->
                                    all.stream().filter(DuplicateView::likely).toList());
                });
    }

    /** The same for one that is about to be made; also those who are only possible. */
    Uni<List<DuplicateView>> of(Reader reader, DuplicateInput input) {
        String name = SearchName.of(requireNonNullElse(input.name(), "")).plain();
        Set<String> keys = requireNonNullElse(input.phones(), List.<String>of()).stream()
                .map(raw -> numbers.normalise(raw).key())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> emails = requireNonNullElse(input.emails(), List.<String>of()).stream()
                .map(Duplicates::email)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Customer.Kind kind = requireNonNullElse(input.kind(), Customer.Kind.PERSON);
        return like(reader, new Likeness.Facts(kind, name, keys, emails, Set.of(name)), null);
    }

    private Uni<List<DuplicateView>> like(Reader reader, Likeness.Facts facts, @Nullable UUID self) {
        return pool.withTransaction(transaction -> transaction
                .query(CustomerSearch.SETTINGS)
                .execute()
                .chain(() -> sharing(transaction, BY_PHONE, facts.phones(), self))
                .flatMap(phones -> sharing(transaction, BY_EMAIL, facts.emails(), self)
                        .flatMap(emails -> namesakes(transaction, facts.name())
                                .flatMap(named -> rows(
                                                transaction,
                                                reader,
                                                Stream.of(ids(phones), ids(emails), named)
                                                        .flatMap(Collection::stream)
                                                        .collect(Collectors.toSet()),
                                                self)
                                        .map(rows -> judged(facts, known(rows), phones.keySet(), emails.keySet()))))));
    }

    /** Customers by the number or address they share, without those that tell nothing. */
    private static Uni<Map<String, Set<UUID>>> sharing(
            SqlConnection transaction, String sql, Set<String> keys, @Nullable UUID self) {
        String[] some =
                keys.stream().filter(key -> !key.isEmpty()).limit(MOST_KEYS).toArray(String[]::new);
        if (some.length == 0) {
            return Uni.createFrom().item(Map.of());
        }
        // The same customer may stand twice among them.
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(some, 2 * (SHARED + 1)))
                .map(rows -> {
                    Map<String, Set<UUID>> found = new LinkedHashMap<>();
                    rows.forEach(row -> found.computeIfAbsent(row.getString(0), key -> new LinkedHashSet<>())
                            .add(row.getUUID(1)));
                    found.values().forEach(ids -> ids.remove(self));
                    found.values().removeIf(ids -> ids.isEmpty() || ids.size() > SHARED);
                    return found;
                });
    }

    private static Uni<Set<UUID>> namesakes(SqlConnection transaction, String name) {
        return name.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : transaction
                        .preparedQuery(BY_NAME)
                        .execute(Tuple.of(new String[] {name}, MOST_NAMESAKES))
                        .map(rows -> {
                            Set<UUID> found = new LinkedHashSet<>();
                            rows.forEach(row -> found.add(row.getUUID(1)));
                            return found;
                        });
    }

    private static Uni<RowSet<Row>> rows(SqlConnection transaction, Reader reader, Set<UUID> ids, @Nullable UUID self) {
        Where where = scoped(Where.sql().add("c.id = any(?)", (Object) ids.toArray(UUID[]::new)), reader);
        if (self != null) {
            DismissedDuplicates.without(where.add("c.id <> ?", self), self);
        }
        return transaction.preparedQuery(FACTS + where.text()).execute(where.tuple());
    }

    private static List<DuplicateView> judged(
            Likeness.Facts facts, List<Known> found, Set<String> phones, Set<String> emails) {
        Likeness.Facts telling = new Likeness.Facts(facts.kind(), facts.name(), phones, emails, facts.people());
        return found.stream()
                .map(one -> view(one, Likeness.of(telling, one.facts())))
                .filter(view -> view.score() >= Likeness.POSSIBLE)
                .sorted(Comparator.comparingInt(DuplicateView::score)
                        .reversed()
                        .thenComparing(DuplicateView::name)
                        .thenComparing(DuplicateView::id))
                .limit(MOST_SHOWN)
                .toList();
    }

    private List<Known> known(RowSet<Row> rows) {
        List<Known> found = new ArrayList<>();
        rows.forEach(row -> found.add(new Known(row.getUUID("id"), row, facts(row))));
        return found;
    }

    private Likeness.Facts facts(Row row) {
        List<ContactView> people = contacts.parse(row.getString("contacts"));
        return new Likeness.Facts(
                Words.parse(Customer.Kind.class, row.getString("kind"), "kind"),
                SearchName.of(row.getString("name")).plain(),
                contacts.keys(people),
                each(people, ContactView::email, Duplicates::email),
                each(people, ContactView::name, name -> SearchName.of(name).plain()));
    }

    private static Set<String> each(
            List<ContactView> people, Function<ContactView, @Nullable String> field, Function<String, String> form) {
        return people.stream()
                .map(field)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .map(form)
                .collect(Collectors.toSet());
    }

    /** As {@code customer_emails} in the database has them. */
    private static String email(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static Where scoped(Where where, Reader reader) {
        return where.scope(reader, Permission.CUSTOMERS_READ, ScopeRule.owned("c.owner_id", "c.team_id"));
    }

    private static Set<UUID> ids(Map<String, Set<UUID>> sharing) {
        return sharing.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static DuplicateView view(Known one, Likeness likeness) {
        Row row = one.row();
        return new DuplicateView(
                one.id(),
                row.getString("name"),
                one.facts().kind(),
                row.getBoolean("vip"),
                List.of(row.getArrayOfStrings("tags")),
                row.getString("owner_name"),
                likeness.score(),
                likeness.score() >= Likeness.LIKELY,
                likeness.reasons());
    }
}
