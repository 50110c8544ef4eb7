package dev.trunkline.customer;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.trunkline.identity.Users;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Scope;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.crud.Change;
import dev.trunkline.shared.crud.Crud;
import dev.trunkline.shared.crud.CrudKit;
import dev.trunkline.shared.crud.CrudSpec;
import dev.trunkline.shared.json.Words;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Making, seeing and changing customers. Each look at one is noted in the audit. */
@Singleton
class Customers extends Crud<Customer, CustomerInput, CustomerView> {
    /** Fewer digits would be found in every number. */
    private static final int DIGITS_WORTH_SEARCHING = 3;

    private final Contacts contacts;
    private final CustomerSearchRows search;
    private final CustomerEvents events;
    private final Users users;

    Customers(CrudKit kit, Contacts contacts, CustomerSearchRows search, CustomerEvents events, Users users) {
        super(
                kit,
                CrudSpec.of(
                                Customer.class,
                                CustomerInput.class,
                                "customer",
                                Permission.CUSTOMERS_READ,
                                Permission.CUSTOMERS_WRITE)
                        .orderedBy(CrudSpec.<Customer>byId()
                                .by("-createdAt", "e.createdAt", Instant.class, Customer::createdAt)
                                .by("updatedAt", "e.updatedAt", Instant.class, Customer::updatedAt)
                                .by("name", "e.name", String.class, customer -> customer.name))
                        .deletedWith(Permission.CUSTOMERS_DELETE)
                        .auditingLooks());
        this.contacts = contacts;
        this.search = search;
        this.events = events;
        this.users = users;
    }

    /** Belongs to the maker's team; to the maker, too, where the maker would not see it otherwise. */
    @Override
    protected Customer fresh(Reader reader) {
        Customer customer = Customer.fresh();
        customer.ofTeam(reader.teamId());
        if (reader.scopeOf(Permission.CUSTOMERS_READ) == Scope.OWN) {
            customer.ownedBy(reader.userId());
        }
        return customer;
    }

    @Override
    protected CustomerInput input(Customer customer) {
        return new CustomerInput(
                Words.parse(Customer.Kind.class, customer.kind, "kind"),
                customer.name,
                List.of(customer.tags),
                customer.vip,
                customer.note,
                customer.ownerId(),
                Contacts.inputs(contacts.parse(customer.contacts)));
    }

    @Override
    protected Uni<Void> apply(Mutiny.Session session, Reader reader, Customer customer, CustomerInput input) {
        boolean fresh = customer.name.isEmpty();
        customer.kind = Words.of(requireNonNullElse(input.kind(), Customer.Kind.PERSON));
        customer.name = requireNonNull(input.name()).strip();
        customer.tags = requireNonNullElse(input.tags(), List.<String>of()).stream()
                .map(String::strip)
                .distinct()
                .toArray(String[]::new);
        customer.vip = Boolean.TRUE.equals(input.vip());
        customer.note = input.note();
        List<ContactView> people = contacts.read(input.contacts());
        customer.contacts = contacts.write(people);
        customer.findable = Findable.of(customer.name, people);
        if (!fresh || input.owner() != null) {
            customer.ownedBy(input.owner());
        }
        return Uni.createFrom().voidItem();
    }

    /** Writes the rows that the customer and its numbers are found by, and tells those who have its card open. */
    @Override
    protected Uni<Void> changed(Mutiny.Session session, Reader reader, Customer customer, Change change) {
        if (change == Change.DELETED) {
            return events.add(session, "deleted", customer.id());
        }
        List<CustomerPhone> rows = contacts.rows(customer.id(), contacts.parse(customer.contacts));
        return session.createMutationQuery("delete from CustomerPhone p where p.customerId = ?1")
                .setParameter(1, customer.id())
                .executeUpdate()
                .chain(() -> session.persistAll(rows.toArray()))
                .chain(session::flush)
                .chain(() -> search.write(
                        session,
                        customer.id(),
                        CustomerSearchRows.texts(customer.name, customer.tags, contacts.parse(customer.contacts))))
                .chain(() -> change == Change.CREATED
                        ? Uni.createFrom().voidItem()
                        : events.add(session, "changed", customer.id()));
    }

    @Override
    protected Uni<List<CustomerView>> views(Mutiny.Session session, List<Customer> customers) {
        List<UUID> owners = customers.stream()
                .map(Customer::ownerId)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toList());
        return users.names(owners)
                .map(names -> customers.stream()
                        .map(customer -> view(customer, names))
                        .toList());
    }

    /** Part of a name or e-mail address, or of a number however it is written. */
    @Override
    protected void search(Where where, String text) {
        String name = Where.containing(text.toLowerCase(Locale.ROOT));
        // A leading zero is the trunk prefix or the 00 before a country code: no part of the normal form.
        String digits = CustomerPhone.digits(text).replaceFirst("^0+", "");
        if (digits.length() >= DIGITS_WORTH_SEARCHING && text.matches("[+0-9()\\s.-]+")) {
            where.add(
                    "e.findable like ? escape '!' or exists "
                            + "(select 1 from CustomerPhone p where p.customerId = e.id and p.digits like ?)",
                    name,
                    "%" + digits + "%");
        } else {
            where.add("e.findable like ? escape '!'", name);
        }
    }

    private CustomerView view(Customer customer, Map<UUID, String> names) {
        UUID owner = customer.ownerId();
        return new CustomerView(
                customer.id(),
                Words.parse(Customer.Kind.class, customer.kind, "kind"),
                customer.name,
                Arrays.asList(customer.tags),
                customer.vip,
                customer.note,
                owner,
                owner,
                owner == null ? null : names.get(owner),
                contacts.parse(customer.contacts),
                customer.createdAt(),
                customer.updatedAt(),
                customer.version());
    }
}
