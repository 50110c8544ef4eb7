package dev.trunkline.shared.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.shared.phone.PhoneIdentity.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    private final PhoneNumbers phones = new PhoneNumbers("CN");

    @ParameterizedTest
    @CsvSource({
        "13800138000, +8613800138000",
        "8613800138000, +8613800138000",
        "+8613800138000, +8613800138000",
        "008613800138000, +8613800138000",
        "013800138000, +8613800138000",
        "'138 0013 8000', +8613800138000",
        "138-0013-8000, +8613800138000",
        "１３８００１３８０００, +8613800138000",
        "'＋８６ 138 0013 8000', +8613800138000",
        "tel:+86-138-0013-8000, +8613800138000",
        "(010) 6552 9988, +861065529988",
        "（010）65529988, +861065529988",
        "010-65529988, +861065529988",
        "01065529988, +861065529988",
        "861065529988, +861065529988",
        "+86(0)10 65529988, +861065529988",
        "4008001000, +864008001000",
        "0014155550123, +14155550123",
        "+1 415 555 0123, +14155550123",
        "+44 (0)20 7946 0958, +442079460958",
        "'\u200e+86 138\u00a00013\u20118000', +8613800138000",
        "٠١٠٦٥٥٢٩٩٨٨, +861065529988",
    })
    void oneTelephoneHasOneNormalForm(String raw, String e164) {
        var identity = phones.normalise(raw);

        assertThat(identity.kind()).isEqualTo(Kind.E164);
        assertThat(identity.e164()).isEqualTo(e164);
        assertThat(identity.key()).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "010-65529988 x123, 123",
        "010-65529988x123, 123",
        "010-65529988 ext. 123, 123",
        "010-65529988#123, 123",
        "010-65529988转123, 123",
        "+861065529988;ext=123, 123"
    })
    void extensionsBehindANumberAreKeptApart(String raw, String extension) {
        var identity = phones.normalise(raw);

        assertThat(identity.e164()).isEqualTo("+861065529988");
        assertThat(identity.extension()).isEqualTo(extension);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001", "110", "119", "120", "12345", "10086", "95588", "*97", "*60", "0", "9", "122"})
    void extensionsAndShortCodesAreLeftAlone(String raw) {
        var identity = phones.normalise(raw);

        assertThat(identity.kind()).isEqualTo(Kind.SHORT);
        assertThat(identity.number()).isEqualTo(raw);
        assertThat(identity.e164()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "anonymous",
                "Anonymous",
                "restricted",
                "unavailable",
                "unknown",
                "<unknown>",
                "Private",
                "WITHHELD",
                "\u0000",
                "\ud800",
                "caller id"
            })
    void whoWithholdsTheNumberIsNobody(String raw) {
        var identity = phones.normalise(raw);

        assertThat(identity.withheld()).isTrue();
        assertThat(identity.key()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call me",
                "<script>alert(1)</script>",
                "'; drop table phone; --",
                "+",
                "+++86",
                "12345678901234567890123",
                "+8613800138000\r\nAction: Originate",
                "张三",
                "+999999999999",
                "𝟏𝟑𝟖abc"
            })
    void whatIsNoNumberIsInvalid(String raw) {
        assertThat(phones.normalise(raw).kind()).isEqualTo(Kind.INVALID);
    }

    @Test
    void theRegionOfTheLineCounts() {
        assertThat(phones.normalise("020 7946 0958", "GB").e164()).isEqualTo("+442079460958");
        assertThat(phones.normalise("13800138000", "nowhere").e164()).isEqualTo("+8613800138000");
    }

    @Test
    void anUnknownDefaultRegionIsRefusedByName() {
        assertThatThrownBy(() -> new PhoneNumbers("XX")).hasMessageContaining("trunkline.region");
    }
}
