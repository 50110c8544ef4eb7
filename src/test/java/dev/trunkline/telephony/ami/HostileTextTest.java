package dev.trunkline.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostileTextTest {
    @Test
    void keeps_what_people_are_called() {
        assertThat(HostileText.clean("王小明", 256)).isEqualTo("王小明");
        assertThat(HostileText.clean(" Zoë O'Brien-Łęcka 👩‍💻 ", 256)).isEqualTo("Zoë O'Brien-Łęcka 👩‍💻");
        assertThat(HostileText.clean("<script>alert(1)</script>", 256)).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void drops_what_is_no_text() {
        assertThat(HostileText.clean("a\r\nb\u0000c\u001bd\u202Ee\uD800f\u2028g", 256))
                .isEqualTo("abcdefg");
        assertThat(HostileText.clean(" \t\r\n ", 256)).isNull();
        assertThat(HostileText.clean(null, 256)).isNull();
    }

    @Test
    void bounds_by_characters_and_never_cuts_one_in_two() {
        assertThat(HostileText.clean("👩".repeat(300), 256)).isEqualTo("👩".repeat(256));
    }

    @Test
    void undoes_the_escapes_of_names_and_no_others() {
        assertThat(HostileText.unescape("O\\'Brien \\\"Bob\\\" a\\\\b")).isEqualTo("O'Brien \"Bob\" a\\b");
        assertThat(HostileText.unescape("a\\tb\\nc")).isEqualTo("a\tb\nc");
        assertThat(HostileText.unescape("C:\\x end\\")).isEqualTo("C:\\x end\\");
        assertThat(Fields.name("O\\'Brien\\nEvent: Hangup")).isEqualTo("O'BrienEvent: Hangup");
    }
}
