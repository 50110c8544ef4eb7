package dev.trunkline.shared.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.shared.phone.Dialling.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiallingTest {
    private final Dialling china = new Dialling("CN");

    @ParameterizedTest
    @CsvSource({
        "CN,+8613800138000,HOME",
        "CN,+864008001000,HOME",
        "CN,+14155550123,ABROAD",
        "CN,+85221234567,ABROAD",
        "CN,+19005550199,PREMIUM",
        "US,+14155550123,HOME",
        "US,+18765551234,ABROAD",
        "GB,+443331234567,HOME",
        "GB,+449098790000,PREMIUM",
    })
    void a_number_is_as_far_as_its_country_is(String region, String number, Reach reach) {
        assertThat(new Dialling(region).reach(number)).isEqualTo(reach);
    }

    @ParameterizedTest
    @ValueSource(strings = {"95588", "10086", "12345", "114"})
    void services_of_the_country_are_at_home(String digits) {
        assertThat(china.service(digits)).contains(Reach.HOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1002", "701", "0", "*8"})
    void what_is_no_service_is_none(String digits) {
        assertThat(china.service(digits)).isEmpty();
    }

    @Test
    void help_is_the_countrys_and_whatever_is_known_everywhere() {
        assertThat(china.emergency("110")).isTrue();
        assertThat(china.emergency("911")).isTrue();
        assertThat(china.emergency("999")).isFalse();
        assertThat(new Dialling("GB").emergency("999")).isTrue();
    }
}
