package dev.trunkline.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.shared.json.JsonWords;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's scripts go into the database as they stand in their files: they are what the service would have taken. */
class DemoScriptsTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(JsonWords.module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @ParameterizedTest
    @ValueSource(strings = {"support.en", "support.zh-CN", "sales.en", "sales.zh-CN"})
    void areScripts(String file) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/demo/scripts/" + file + ".json");
                ValidatorFactory validation = Validation.buildDefaultValidatorFactory()) {
            List<ScriptStep> steps =
                    JSON.readValue(in, JSON.getTypeFactory().constructCollectionType(List.class, ScriptStep.class));
            assertThat(DefinitionCheck.errors(steps)).isEmpty();
            assertThat(steps)
                    .isNotEmpty()
                    .allSatisfy(step ->
                            assertThat(validation.getValidator().validate(step)).isEmpty());
        }
    }
}
