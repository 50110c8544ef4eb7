package dev.trunkline.customer;

import dev.trunkline.shared.search.SearchName;
import dev.trunkline.shared.search.SearchRows;
import dev.trunkline.shared.search.SearchTokens;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes what customers are searched by: with each change, and for those that were there before. */
@Singleton
class CustomerSearchRows implements SearchRows {
    private static final String INTO = """
            insert into customer_search (id, form, name, pinyin, initials, tokens)
            values (%1$s1, %1$s2, %1$s3, nullif(%1$s4, ''), %1$s5, cast(%1$s6 as text)::tsvector)
            on conflict (id) do update set form = excluded.form, name = excluded.name, pinyin = excluded.pinyin,
                initials = excluded.initials, tokens = excluded.tokens""";

    private static final String WITH_A_CHANGE =
            INTO.formatted("?").replace("cast(?6 as text)::tsvector", "cast(?6 as tsvector)");
    /** Only where nobody has written one meanwhile. */
    private static final String LATER = INTO.formatted("$") + " where customer_search.form <> excluded.form";

    private static final String MISSING =
            "from customer c left join customer_search s on s.id = c.id and s.form = $1 where s.id is null";

    private static final String NEXT =
            "select c.id, c.name, c.tags, c.contacts " + MISSING + " and c.id > $2 order by c.id limit $3";

    private final Pool pool;
    private final Contacts contacts;

    CustomerSearchRows(Pool pool, Contacts contacts) {
        this.pool = pool;
        this.contacts = contacts;
    }

    /** What a customer is found by. */
    record Texts(SearchName name, String tokens) {}

    static Texts texts(String name, String[] tags, List<ContactView> people) {
        SearchTokens tokens = new SearchTokens().name(name);
        for (String tag : tags) {
            tokens.name(tag);
        }
        people.forEach(person -> tokens.name(person.name()).text(person.email()));
        return new Texts(SearchName.of(name), tokens.vector());
    }

    Uni<Void> write(Mutiny.Session session, UUID id, Texts texts) {
        return session.createNativeQuery(WITH_A_CHANGE)
                .setParameter(1, id)
                .setParameter(2, SearchTokens.FORM)
                .setParameter(3, texts.name().plain())
                .setParameter(4, Objects.requireNonNullElse(texts.name().pinyin(), ""))
                .setParameter(5, texts.name().initials())
                .setParameter(6, texts.tokens())
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public String kind() {
        return CustomerSearch.KIND;
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
                .map(rows -> {
                    List<Tuple> made = new ArrayList<>();
                    rows.forEach(row -> made.add(row(row)));
                    return made;
                })
                .flatMap(made -> made.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : pool.preparedQuery(LATER)
                                .executeBatch(made)
                                .replaceWith(Optional.of(made.getLast().getUUID(0))));
    }

    private Tuple row(Row row) {
        Texts texts =
                texts(row.getString("name"), row.getArrayOfStrings("tags"), contacts.parse(row.getString("contacts")));
        return Tuple.from(List.of(
                row.getUUID("id"),
                SearchTokens.FORM,
                texts.name().plain(),
                Objects.requireNonNullElse(texts.name().pinyin(), ""),
                texts.name().initials(),
                texts.tokens()));
    }
}
