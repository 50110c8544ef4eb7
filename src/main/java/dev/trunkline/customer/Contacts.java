package dev.trunkline.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.shared.Ids;
import dev.trunkline.shared.phone.PhoneIdentity;
import dev.trunkline.shared.phone.PhoneNumbers;
import dev.trunkline.shared.problem.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Contacts between their three forms: as a client sends them, as they are kept, and as numbers are found by. */
@Singleton
class Contacts {
    private static final TypeReference<List<ContactView>> LIST = new TypeReference<>() {};

    private final ObjectMapper json;
    private final PhoneNumbers numbers;

    Contacts(ObjectMapper json, PhoneNumbers numbers) {
        this.json = json;
        this.numbers = numbers;
    }

    /** Contacts with their numbers in normal form; fails with 422 naming the number that is none. */
    List<ContactView> read(@Nullable List<CustomerInput.ContactInput> inputs) {
        List<ContactView> contacts = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; inputs != null && i < inputs.size(); i++) {
            CustomerInput.ContactInput input = inputs.get(i);
            List<PhoneView> phones = new ArrayList<>();
            for (int j = 0; input.phones() != null && j < input.phones().size(); j++) {
                phones.add(phone(input.phones().get(j), "contacts[" + i + "].phones[" + j + "].raw"));
            }
            UUID id = input.id() != null && seen.add(input.id()) ? input.id() : Ids.next();
            contacts.add(new ContactView(id, input.name(), input.title(), input.email(), phones));
        }
        return contacts;
    }

    /** What a client could have sent to make the contacts what they are. */
    static List<CustomerInput.ContactInput> inputs(List<ContactView> contacts) {
        return contacts.stream()
                .map(contact -> new CustomerInput.ContactInput(
                        contact.id(),
                        contact.name(),
                        contact.title(),
                        contact.email(),
                        contact.phones().stream()
                                .map(phone -> new CustomerInput.PhoneInput(phone.raw(), phone.label()))
                                .toList()))
                .toList();
    }

    String write(List<ContactView> contacts) {
        try {
            return json.writeValueAsString(contacts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Contacts have no JSON form", e);
        }
    }

    List<ContactView> parse(String kept) {
        try {
            return json.readValue(kept, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Contacts are kept in a form that cannot be read", e);
        }
    }

    /** The numbers of the contacts as rows to be found by. */
    List<CustomerPhone> rows(UUID customerId, List<ContactView> contacts) {
        List<CustomerPhone> rows = new ArrayList<>();
        for (ContactView contact : contacts) {
            for (PhoneView phone : contact.phones()) {
                String key = numbers.normalise(phone.raw()).key();
                if (key != null) {
                    rows.add(CustomerPhone.of(customerId, key, phone.raw(), contact.name()));
                }
            }
        }
        return rows;
    }

    /** The normal forms of the contacts' numbers. */
    Set<String> keys(List<ContactView> contacts) {
        return contacts.stream()
                .flatMap(contact -> contact.phones().stream())
                .map(phone -> numbers.normalise(phone.raw()).key())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private PhoneView phone(CustomerInput.PhoneInput input, String field) {
        PhoneIdentity number = numbers.normalise(input.raw());
        if (number.key() == null) {
            throw Problem.invalid(field, "phone", "must be a telephone number");
        }
        return new PhoneView(input.raw().strip(), number.e164(), input.label());
    }
}
