package dev.trunkline.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void readsEveryPart() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://crm:p%40ss+word%2F@db.example:6543/trunkline");
        assertThat(url).isEqualTo(new DatabaseUrl("db.example", 6543, "trunkline", "crm", "p@ss+word/"));
        assertThat(url.quarkusProperties())
                .containsEntry("quarkus.datasource.reactive.url", "postgresql://db.example:6543/trunkline")
                .containsEntry("quarkus.datasource.jdbc.url", "jdbc:postgresql://db.example:6543/trunkline");
    }

    @Test
    void thePortIsPostgresqlsUnlessNamed() {
        assertThat(DatabaseUrl.parse("postgresql://u:p@h/d").port()).isEqualTo(5432);
    }

    @Test
    void theWordForLogsHidesThePassword() {
        assertThat(DatabaseUrl.parse("postgresql://u:secret@h/d").toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://u:secret@h/d", "postgresql://u:secret@h", "postgresql:///d", "not a url secret"})
    void aBadOneIsNamedWithoutThePassword(String bad) {
        assertThatThrownBy(() -> DatabaseUrl.parse(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trunkline.database.url")
                .message()
                .doesNotContain("secret");
    }
}
