package dev.trunkline.boot.demo;

import static dev.trunkline.boot.demo.Batch.row;
import static dev.trunkline.boot.demo.Batch.utc;

import dev.trunkline.shared.Ids;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses of the demo's customers, at which nobody lives: towns and streets are called what they are, examples. */
final class DemoAddresses {
    private static final String ADDRESS = """
            insert into customer_address (id, version, created_at, updated_at, customer_id, kind, label, lines, district,
                city, province, postal_code, country, main)
            values ($1, 0, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";

    /** A die of its own: what the rest of the demo throws stays the same. */
    private static final long SEED = 65;

    private static final List<String> STREETS_ZH = List.of("示例路", "样板街", "演示大道", "范例巷");
    private static final List<String> DISTRICTS_ZH = List.of("样板区", "演示区", "范例区");

    private final Dice dice = new Dice(SEED);
    private final List<Tuple> rows = new ArrayList<>();

    private DemoAddresses() {}

    /** A place, without what it is for. */
    private record Place(
            List<String> lines,
            @Nullable String district,
            String city,
            @Nullable String province,
            String postalCode,
            String country) {}

    static Batch rows(List<DemoCustomer> customers) {
        DemoAddresses made = new DemoAddresses();
        customers.forEach(made::of);
        return new Batch(ADDRESS, made.rows);
    }

    /** Most have one, companies often a second one where the machine stands. */
    private void of(DemoCustomer customer) {
        if (!dice.chance(0.85)) {
            return;
        }
        add(customer, customer.company() ? "billing" : "visit", null, true);
        if (customer.company() && dice.chance(0.5)) {
            String label = customer.chinese() ? "门店，从后门进" : "shop, ring at the back door";
            add(customer, dice.chance(0.5) ? "visit" : "delivery", label, false);
        }
    }

    private void add(DemoCustomer customer, String kind, @Nullable String label, boolean main) {
        Place place = place(customer);
        rows.add(row(
                Ids.next(),
                utc(customer.createdAt()),
                customer.id(),
                kind,
                label,
                place.lines().toArray(String[]::new),
                place.district(),
                place.city(),
                place.province(),
                place.postalCode(),
                place.country(),
                main));
    }

    /** In the country that the customer's first number is of. */
    private Place place(DemoCustomer customer) {
        String number =
                customer.lines().map(DemoCustomer.Line::e164).findFirst().orElse("");
        int house = dice.between(1, 180);
        if (number.startsWith("+44")) {
            return new Place(List.of(house + " Example Street"), null, "Sampleton", null, "ZZ99 9ZZ", "GB");
        }
        if (number.startsWith("+33")) {
            return new Place(List.of(house + " rue de l’Exemple"), null, "Échantillon", null, "00000", "FR");
        }
        if (number.startsWith("+1")) {
            return new Place(List.of(house + " Example Avenue", "Suite 000"), null, "Sample City", "ZZ", "00000", "US");
        }
        String street = dice.pick(STREETS_ZH) + house + "号";
        List<String> lines = dice.chance(0.5) ? List.of(street, "样板大厦" + dice.between(2, 30) + "层") : List.of(street);
        return new Place(lines, dice.pick(DISTRICTS_ZH), "示例市", "示例省", "000000", "CN");
    }
}
