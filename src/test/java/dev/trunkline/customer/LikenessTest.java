package dev.trunkline.customer;

import static dev.trunkline.customer.Customer.Kind.COMPANY;
import static dev.trunkline.customer.Customer.Kind.PERSON;
import static dev.trunkline.customer.Likeness.Reason.CONTACT;
import static dev.trunkline.customer.Likeness.Reason.EMAIL;
import static dev.trunkline.customer.Likeness.Reason.NAME;
import static dev.trunkline.customer.Likeness.Reason.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.trunkline.customer.Likeness.Facts;
import dev.trunkline.customer.Likeness.Reason;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LikenessTest {
    private static final Facts LI = facts(PERSON, "lina", "+861", "li@x.example", "lina");

    static Stream<Arguments> table() {
        return Stream.of(
                arguments("all the same", LI, LI, 100, List.of(PHONE, EMAIL, NAME)),
                arguments("nothing", LI, facts(PERSON, "wei", "+862", "wei@x.example", "wei"), 0, List.of()),
                arguments("the number", LI, facts(PERSON, "wei", "+861", "", "wei"), 60, List.of(PHONE)),
                arguments("the address", LI, facts(PERSON, "wei", "", "li@x.example", "wei"), 60, List.of(EMAIL)),
                arguments("a person's name alone", LI, facts(PERSON, "lina", "+869", "", "lina"), 30, List.of(NAME)),
                arguments(
                        "a company's name",
                        facts(COMPANY, "acme", "", "", "wei"),
                        facts(COMPANY, "acme", "", "", "anna"),
                        60,
                        List.of(NAME)),
                arguments(
                        "a person with the number of the firm",
                        LI,
                        facts(COMPANY, "acme", "+861", "", "wei"),
                        30,
                        List.of(PHONE)),
                arguments(
                        "a person who is a contact of the firm, too",
                        LI,
                        facts(COMPANY, "acme", "+861", "", "lina"),
                        50,
                        List.of(PHONE, CONTACT)),
                arguments(
                        "the same person at two firms",
                        facts(COMPANY, "acme", "", "", "lina"),
                        facts(COMPANY, "zeta", "", "", "lina"),
                        20,
                        List.of(CONTACT)),
                arguments(
                        "nameless and numberless",
                        facts(PERSON, "", "", "", ""),
                        facts(PERSON, "", "", "", ""),
                        0,
                        List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void tellsHowMuchAndWhyEitherWayRound(String what, Facts one, Facts other, int score, List<Reason> reasons) {
        assertThat(Likeness.of(one, other)).isEqualTo(new Likeness(score, reasons));
        assertThat(Likeness.of(other, one)).isEqualTo(new Likeness(score, reasons));
    }

    private static Facts facts(Customer.Kind kind, String name, String phone, String email, String person) {
        return new Facts(kind, name, Set.of(phone), Set.of(email), Set.of(person));
    }
}
