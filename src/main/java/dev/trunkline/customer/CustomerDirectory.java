package dev.trunkline.customer;

import dev.trunkline.call.CallCustomerNames;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.phone.PhoneIdentity;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers for the house itself: quick look-ups without a reader's scope, since a caller can be anybody. */
@ApplicationScoped
public class CustomerDirectory implements CallCustomerNames {
    /** A number that more customers share tells nothing of who calls. */
    private static final int MOST = 20;

    private static final String CARD = """
        select c.id, c.name, c.kind, c.vip, c.tags, u.name as owner_name, %s as contact_name,
            array(select p2.raw from customer_phone p2 where p2.customer_id = c.id order by p2.id limit 20) as phones
        from customer c left join app_user u on u.id = c.owner_id %s
        """;

    private static final String BY_PHONE =
            CARD.formatted("p.contact_name", "join customer_phone p on p.customer_id = c.id")
                    + " where p.phone_key = $1 order by c.vip desc, c.updated_at desc, c.id limit $2";

    private static final String BY_ID = CARD.formatted("null::text", "") + " where c.id = any($1)";

    private final Pool pool;
    private final Contacts contacts;

    CustomerDirectory(Pool pool, Contacts contacts) {
        this.pool = pool;
        this.contacts = contacts;
    }

    /** Customers with this number, those that matter most first, 20 at most; none for a number that identifies nobody. */
    public Uni<List<CustomerCard>> findByPhone(PhoneIdentity number) {
        return number.key() == null
                ? Uni.createFrom().item(List.of())
                : pool.preparedQuery(BY_PHONE)
                        .execute(Tuple.of(number.key(), MOST))
                        .map(CustomerDirectory::cards);
    }

    /** Those of the customers that there are, in no order. */
    public Uni<List<CustomerCard>> cards(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : pool.preparedQuery(BY_ID)
                        .execute(Tuple.of(ids.toArray(UUID[]::new)))
                        .map(CustomerDirectory::cards);
    }

    /**
     * The customer's card in a list of its own, none when there is none such.
     *
     * @param contact who of its contacts is meant, null for nobody in particular
     */
    public Uni<List<CustomerCard>> card(UUID id, @Nullable UUID contact) {
        Uni<List<CustomerCard>> found = cards(List.of(id));
        return contact == null
                ? found
                : Uni.combine()
                        .all()
                        .unis(found, contacts(List.of(id)))
                        .with((cards, names) -> cards.stream()
                                .map(card -> card.as(names.get(contact)))
                                .toList());
    }

    /** Whether this is a contact of that customer. */
    public Uni<Boolean> hasContact(UUID id, UUID contact) {
        return people(List.of(id))
                .map(people -> people.stream().anyMatch(one -> one.id().equals(contact)));
    }

    /** Fails with 404 unless the reader sees the customer. */
    public Uni<Void> requireVisible(Reader reader, UUID id) {
        Where where = Where.sql()
                .add("c.id = ?", id)
                .scope(reader, Permission.CUSTOMERS_READ, ScopeRule.owned("c.owner_id", "c.team_id"));
        return pool.preparedQuery("select 1 from customer c where " + where.text())
                .execute(Tuple.from(where.values()))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("customer", id);
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<UUID, String>> names(Collection<UUID> customerIds) {
        return pool.preparedQuery("select id, name from customer where id = any($1)")
                .execute(Tuple.of(customerIds.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, String> names = new HashMap<>();
                    rows.forEach(row -> names.put(row.getUUID(0), row.getString(1)));
                    return names;
                });
    }

    @Override
    public Uni<Map<UUID, String>> contacts(Collection<UUID> customerIds) {
        return people(customerIds).map(people -> {
            Map<UUID, String> names = new HashMap<>();
            for (ContactView person : people) {
                String name = person.name();
                if (name != null) {
                    names.put(person.id(), name);
                }
            }
            return names;
        });
    }

    private Uni<List<ContactView>> people(Collection<UUID> customerIds) {
        return pool.preparedQuery("select contacts from customer where id = any($1)")
                .execute(Tuple.of(customerIds.toArray(UUID[]::new)))
                .map(rows -> {
                    List<ContactView> people = new ArrayList<>();
                    rows.forEach(row -> people.addAll(contacts.parse(row.getString(0))));
                    return people;
                });
    }

    /** One card for each customer, even where two of its contacts share the number. */
    private static List<CustomerCard> cards(RowSet<Row> rows) {
        Map<UUID, CustomerCard> cards = new LinkedHashMap<>();
        rows.forEach(row -> cards.putIfAbsent(row.getUUID("id"), card(row)));
        return List.copyOf(cards.values());
    }

    private static CustomerCard card(Row row) {
        return new CustomerCard(
                row.getUUID("id"),
                row.getString("name"),
                Words.parse(Customer.Kind.class, row.getString("kind"), "kind"),
                row.getBoolean("vip"),
                List.of(row.getArrayOfStrings("tags")),
                row.getString("owner_name"),
                row.getString("contact_name"),
                List.of(row.getArrayOfStrings("phones")));
    }
}
