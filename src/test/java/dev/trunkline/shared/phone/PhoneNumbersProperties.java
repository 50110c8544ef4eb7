package dev.trunkline.shared.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class PhoneNumbersProperties {
    private final PhoneNumbers phones = new PhoneNumbers("CN");
    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();

    @Property
    void neverThrowsAndNeverGrows(@ForAll @StringLength(max = 5000) String text) {
        var identity = phones.normalise(text);

        assertThat(identity.raw()).hasSizeLessThanOrEqualTo(2 * PhoneNumbers.LONGEST);
        assertThat(identity.raw().chars()).noneMatch(Character::isISOControl);
    }

    @Property
    void normalFormsAreTheirOwnNormalForm(@ForAll("written") String text) {
        var once = phones.normalise(text);
        var key = once.key();

        if (key != null) {
            assertThat(phones.normalise(key).key()).isEqualTo(key);
        }
    }

    @Property
    void mobilesAreTheSameHoweverTheyAreSent(@ForAll("mobiles") String mobile) {
        var e164 = "+86" + mobile;

        assertThat(phones.normalise(mobile).e164()).isEqualTo(e164);
        assertThat(phones.normalise("86" + mobile).e164()).isEqualTo(e164);
        assertThat(phones.normalise("0086" + mobile).e164()).isEqualTo(e164);
        assertThat(phones.normalise(e164).e164()).isEqualTo(e164);
        assertThat(phones.normalise(wide(mobile)).e164()).isEqualTo(e164);
    }

    @Property
    void everyCountrysExampleIsFoundInEveryWriting(@ForAll("regions") String region) {
        var example = util.getExampleNumber(region);
        var e164 = util.format(example, PhoneNumberFormat.E164);

        assertThat(phones.normalise(e164).e164()).isEqualTo(e164);
        assertThat(phones.normalise(util.format(example, PhoneNumberFormat.INTERNATIONAL))
                        .e164())
                .isEqualTo(e164);
        assertThat(phones.normalise("00" + e164.substring(1)).e164()).isEqualTo(e164);
    }

    @Provide
    Arbitrary<String> written() {
        return Arbitraries.strings()
                .withChars("0123456789+-() x*#.")
                .ofMinLength(1)
                .ofMaxLength(24);
    }

    @Provide
    Arbitrary<String> mobiles() {
        return Arbitraries.of("134", "138", "150", "176", "186", "199")
                .flatMap(prefix -> Arbitraries.strings().numeric().ofLength(8).map(rest -> prefix + rest));
    }

    @Provide
    Arbitrary<String> regions() {
        return Arbitraries.of(util.getSupportedRegions().stream()
                .filter(region -> util.getExampleNumber(region) != null)
                .sorted()
                .collect(Collectors.toList()));
    }

    private static String wide(String digits) {
        return digits.chars()
                .mapToObj(c -> String.valueOf((char) (c - '0' + '０')))
                .collect(Collectors.joining());
    }
}
