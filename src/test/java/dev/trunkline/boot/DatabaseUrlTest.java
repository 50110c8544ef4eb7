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
        assertThat(url)
                .isEqualTo(new DatabaseUrl("db.example", 6543, "trunkline", "crm", "p@ss+word/", DatabaseTls.NONE));
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

    @Test
    void aRootCertificateIsToldToBothClients() {
        assertThat(DatabaseUrl.parse("postgresql://u:p@h/d?sslmode=verify-full&sslrootcert=/etc/tls/ca%20root.crt")
                        .quarkusProperties())
                .containsEntry(
                        "quarkus.datasource.jdbc.url",
                        "jdbc:postgresql://h:5432/d?sslmode=verify-full&sslrootcert=%2Fetc%2Ftls%2Fca+root.crt")
                .containsEntry("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full")
                .containsEntry("quarkus.datasource.reactive.trust-certificate-pem.certs", "/etc/tls/ca root.crt")
                .containsEntry("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:secret@h/d?sslmode=verify-full",
                "postgresql://u:secret@h/d?sslrootcert=/ca.crt",
                "postgresql://u:secret@h/d?sslmode=maybe",
                "postgresql://u:secret@h/d?target_session_attrs=secret"
            })
    void whatItDoesNotUnderstandOfTlsIsRefused(String bad) {
        aBadOneIsNamedWithoutThePassword(bad);
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
