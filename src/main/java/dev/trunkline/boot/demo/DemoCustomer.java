package dev.trunkline.boot.demo;

import dev.trunkline.customer.ContactView;
import dev.trunkline.customer.PhoneView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer to be written.
 *
 * @param chinese whether Chinese is spoken there
 * @param owner who looks after it, null for nobody
 */
record DemoCustomer(
        UUID id,
        Instant createdAt,
        boolean company,
        String name,
        boolean chinese,
        boolean vip,
        List<String> tags,
        @Nullable String note,
        @Nullable Colleague owner,
        List<ContactView> contacts) {

    DemoCustomer {
        tags = List.copyOf(tags);
        contacts = List.copyOf(contacts);
    }

    /** Every number of it with whom it reaches. */
    Stream<Line> lines() {
        return contacts.stream().flatMap(contact -> contact.phones().stream().map(phone -> line(contact, phone)));
    }

    private Line line(ContactView contact, PhoneView phone) {
        return new Line(this, contact.name(), phone.raw(), Objects.requireNonNull(phone.e164()));
    }

    /** A customer's telephone. */
    record Line(DemoCustomer customer, @Nullable String contact, String raw, String e164) {}
}
