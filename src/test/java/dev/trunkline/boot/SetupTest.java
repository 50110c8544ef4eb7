package dev.trunkline.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class SetupTest {
    private static final String URL = "postgresql://crm:secret@db.example/trunkline";

    @Test
    void withNothingConfiguredEverythingIsBroughtAlong() {
        assertThat(Setup.of(config(Map.of()))).satisfies(setup -> {
            assertThat(setup.database()).isEmpty();
            assertThat(setup.simulated()).isTrue();
            assertThat(setup.demo()).isTrue();
        });
    }

    @Test
    void aNamedDatabaseOrPbxIsNobodysDemo() {
        assertThat(Setup.of(config(Map.of(Setup.DATABASE_URL, URL))).demo()).isFalse();
        assertThat(Setup.of(config(Map.of(Setup.PBX_HOST, "pbx.example"))).demo())
                .isFalse();
        assertThat(Setup.of(config(Map.of(Setup.PBX_HOST, "pbx.example", Setup.DEMO, "true")))
                        .demo())
                .isTrue();
    }

    @Test
    void theEmbeddedDatabaseIsRefusedWhereItMustBeAskedFor() {
        assertThatThrownBy(() -> Setup.of(config(Map.of(Setup.EMBEDDED, "false"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("TRUNKLINE_DATABASE_URL", "TRUNKLINE_DATABASE_EMBEDDED=true")
                .message()
                .doesNotContain("\n");
        assertThat(Setup.of(config(Map.of(Setup.EMBEDDED, "false", Setup.DATABASE_URL, URL)))
                        .database())
                .isPresent();
    }

    @Test
    void askedForItIsThereAndTheDemoStillHasToBeAskedForItself() {
        Setup setup = Setup.of(config(Map.of(Setup.EMBEDDED, "true", Setup.DEMO, "false")));
        assertThat(setup.database()).isEmpty();
        assertThat(setup.demo()).isFalse();
    }

    @Test
    void aFlagThatIsNeitherIsNamed() {
        assertThatThrownBy(() -> Setup.of(config(Map.of(Setup.EMBEDDED, "maybe"))))
                .hasMessage("trunkline.database.embedded must be true or false");
    }

    private static Config config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
    }
}
