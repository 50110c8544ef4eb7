package dev.trunkline.customer;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much two customers look like one that was entered twice, and why. Pure. A number or an address of one's own says it
 * alone; a person's name does not, since many share it, and neither does a company's switchboard on a person's record.
 *
 * @param score from 0 to 100, where {@value #LIKELY} and more is worth a hint to whoever has the customer on screen
 * @param reasons the strongest first
 */
record Likeness(int score, List<Reason> reasons) {
    static final int LIKELY = 50;
    /** Less is said to nobody. */
    static final int POSSIBLE = 30;

    private static final int MOST = 100;

    /** What two customers have in common. */
    @Schema(name = "DuplicateReason")
    enum Reason {
        PHONE,
        EMAIL,
        NAME,
        CONTACT
    }

    /**
     * What is compared, each in a form in which the same is equal.
     *
     * @param name as the search has it: small, without accents, blanks and signs
     * @param phones normal forms
     * @param emails in lower case
     * @param people the contacts' names as {@code name}
     */
    record Facts(Customer.Kind kind, String name, Set<String> phones, Set<String> emails, Set<String> people) {
        Facts {
            phones = Set.copyOf(phones);
            emails = Set.copyOf(emails);
            people = Set.copyOf(people);
        }
    }

    static Likeness of(Facts one, Facts other) {
        boolean sameKind = one.kind() == other.kind();
        Map<Reason, Integer> found = new EnumMap<>(Reason.class);
        if (common(one.phones(), other.phones())) {
            found.put(Reason.PHONE, sameKind ? 60 : 30);
        }
        if (common(one.emails(), other.emails())) {
            found.put(Reason.EMAIL, sameKind ? 60 : 30);
        }
        if (!one.name().isEmpty() && one.name().equals(other.name())) {
            found.put(Reason.NAME, sameKind && one.kind() == Customer.Kind.COMPANY ? 60 : 30);
        } else if (common(one.people(), other.people())) {
            found.put(Reason.CONTACT, 20);
        }
        List<Reason> reasons = found.entrySet().stream()
                .sorted(Collections.reverseOrder(Map.Entry.<Reason, Integer>comparingByValue())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        int score = found.values().stream().mapToInt(Integer::intValue).sum();
        return new Likeness(Math.min(MOST, score), reasons);
    }

    private static boolean common(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(text -> !text.isEmpty() && other.contains(text));
    }
}
