package dev.trunkline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.shared.phone.PhoneNumbers;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which numbers are on the block list. */
class BlockListTest {
    private static final PhoneNumbers NUMBERS = new PhoneNumbers("CN");
    private final BlockList list = new BlockList(Set.of("+8613800138000", "95588"), Set.of("+4470", "+1900555"));

    @ParameterizedTest
    @CsvSource({
        "13800138000, true",
        "+86 138 0013 8000, true",
        "008613800138000, true",
        "13800138001, false",
        "95588, true",
        "955881, false",
        "+44 7012345678, true",
        "+44 7112345678, false",
        "+19005551234, true",
        "'', false",
        "anonymous, false",
        "no number, false",
        "4470, false"
    })
    void has(String number, boolean blocked) {
        assertThat(list.has(NUMBERS.normalise(number, "CN"))).isEqualTo(blocked);
    }
}
