package dev.trunkline.customer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.crud.Change;
import dev.trunkline.shared.crud.Crud;
import dev.trunkline.shared.crud.CrudKit;
import dev.trunkline.shared.crud.CrudSpec;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Customers' postal addresses. They are seen and changed by who sees and changes the customer. */
@Singleton
class CustomerAddresses extends Crud<CustomerAddress, CustomerAddressInput, CustomerAddressView> {
    static final String KIND = "customer-address";

    /** Of one customer. */
    static final int MOST = 20;

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final CustomerDirectory customers;
    private final CustomerEvents events;

    CustomerAddresses(CrudKit kit, CustomerDirectory customers, CustomerEvents events) {
        super(
                kit,
                CrudSpec.of(
                                CustomerAddress.class,
                                CustomerAddressInput.class,
                                KIND,
                                Permission.CUSTOMERS_READ,
                                Permission.CUSTOMERS_WRITE)
                        .orderedBy(CrudSpec.<CustomerAddress>byId()
                                .by("createdAt", "e.createdAt", Instant.class, CustomerAddress::createdAt)
                                .by("updatedAt", "e.updatedAt", Instant.class, CustomerAddress::updatedAt))
                        .scopedBy(ofTheCustomer(ScopeRule.owned("c.ownerId", "c.teamId"))));
        this.customers = customers;
        this.events = events;
    }

    private static ScopeRule ofTheCustomer(ScopeRule rule) {
        String of = "exists (select 1 from Customer c where c.id = e.customerId and (%s))";
        return new ScopeRule(of.formatted(rule.own()), of.formatted(rule.team()));
    }

    /** A customer's addresses, the oldest first; fails with 404 for a customer that the reader does not see, as all that follows. */
    Uni<Page<CustomerAddressView>> of(Reader reader, UUID customer, ListQuery query) {
        return customers
                .requireVisible(reader, customer)
                .chain(() -> list(reader, query, where -> where.add("e.customerId = ?", customer)));
    }

    Uni<CustomerAddressView> one(Reader reader, UUID customer, UUID address) {
        return get(reader, address).invoke(found -> {
            if (!found.customerId().equals(customer)) {
                throw Problem.notFound(KIND, address);
            }
        });
    }

    Uni<CustomerAddressView> add(Reader reader, UUID customer, @Nullable CustomerAddressInput input) {
        return customers
                .requireVisible(reader, customer)
                .chain(() -> create(reader, input == null ? null : input.of(customer)));
    }

    Uni<CustomerAddressView> change(
            Reader reader, UUID customer, UUID address, @Nullable String ifMatch, @Nullable ObjectNode patch) {
        return one(reader, customer, address).chain(() -> patch(reader, address, ifMatch, patch));
    }

    Uni<Void> remove(Reader reader, UUID customer, UUID address, @Nullable String ifMatch) {
        return one(reader, customer, address).chain(() -> delete(reader, address, ifMatch));
    }

    @Override
    protected CustomerAddress fresh(Reader reader) {
        return CustomerAddress.fresh();
    }

    @Override
    protected CustomerAddressInput input(CustomerAddress address) {
        return address.input();
    }

    @Override
    protected Uni<Void> apply(
            Mutiny.Session session, Reader reader, CustomerAddress address, CustomerAddressInput input) {
        String country = requireNonNull(input.country());
        if (!COUNTRIES.contains(country)) {
            throw Problem.invalid("country", "unknown-word", "must be a country of ISO 3166-1");
        }
        boolean primary = Boolean.TRUE.equals(input.primary());
        Uni<Void> ready = Uni.createFrom().voidItem();
        if (address.customerId == null) {
            UUID customer = requireNonNull(input.customerId());
            address.customerId = customer;
            ready = alone(session, customer).chain(() -> roomForOne(session, customer));
        } else if (primary && !address.main) {
            ready = alone(session, address.customerId);
        }
        return ready.invoke(() -> address.take(input));
    }

    /** The one that became the primary one takes over from the one before; who has the card open is told. */
    @Override
    protected Uni<Void> changed(Mutiny.Session session, Reader reader, CustomerAddress address, Change change) {
        UUID customer = requireNonNull(address.customerId);
        Uni<Integer> others = Uni.createFrom().item(0);
        if (address.main && change != Change.DELETED) {
            others = session.createMutationQuery(
                            "update CustomerAddress a set a.main = false, a.version = a.version + 1,"
                                    + " a.updatedAt = ?3 where a.customerId = ?1 and a.main = true and a.id <> ?2")
                    .setParameter(1, customer)
                    .setParameter(2, address.id())
                    .setParameter(3, address.updatedAt())
                    .executeUpdate();
        }
        return others.chain(() -> events.add(session, "changed", customer));
    }

    @Override
    protected Uni<List<CustomerAddressView>> views(Mutiny.Session session, List<CustomerAddress> addresses) {
        return Uni.createFrom()
                .item(addresses.stream().map(CustomerAddress::view).toList());
    }

    /** One at a time of a customer, lest two become the primary one or too many are made at once. */
    private static Uni<Void> alone(Mutiny.Session session, UUID customer) {
        return session.find(Customer.class, customer, LockMode.PESSIMISTIC_WRITE)
                .replaceWithVoid();
    }

    private static Uni<Void> roomForOne(Mutiny.Session session, UUID customer) {
        return session.createSelectionQuery(
                        "select count(e) from CustomerAddress e where e.customerId = ?1", Long.class)
                .setParameter(1, customer)
                .getSingleResult()
                .invoke(kept -> {
                    if (kept >= MOST) {
                        throw Problem.conflict("too-many-addresses", "At most " + MOST + " addresses can be kept");
                    }
                })
                .replaceWithVoid();
    }
}
