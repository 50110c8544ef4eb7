package dev.trunkline.customer;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What customers are found by. Whoever writes a customer writes this with it. */
public final class Findable {
    private Findable() {}

    /** Everything that the search for text looks at, in lower case, one thing a line. */
    public static String of(String name, List<ContactView> contacts) {
        return Stream.concat(
                        Stream.of(name),
                        contacts.stream().flatMap(contact -> Stream.of(contact.name(), contact.email())))
                .filter(Objects::nonNull)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
