package dev.trunkline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The table of settings in {@code docs/operations.md} names every one that the code reads, with its default, and no other. */
class SettingsTest {
    /** Read before there is anything to inject into: {@code boot.Setup}, {@code boot.Boot}. */
    private static final Set<String> AT_BOOT =
            Set.of("trunkline.database.url", "trunkline.database.embedded", "trunkline.data-dir");

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(trunkline\\.[a-z0-9.\"<>-]+)` \\| ([^|]*) \\| ([^|]+) \\|$");
    private static final Pattern SCHEDULE = Pattern.compile("\\{(trunkline\\.[a-z.-]+)(?::([^}]*))?}");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.trunkline");

    @Test
    void eachSettingHasItsRow() throws IOException {
        assertThat(documented().keySet()).isEqualTo(read().keySet());
    }

    @Test
    void eachDefaultIsTheCodes() throws IOException {
        Map<String, String> documented = documented();
        assertThat(read()).allSatisfy((key, value) -> {
            if (!value.isEmpty()) {
                assertThat(documented.get(key)).as(key).isEqualTo("`" + value + "`");
            }
        });
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (MatchResult row : ROW.matcher(Files.readString(Path.of("docs/operations.md")))
                .results()
                .toList()) {
            assertThat(rows.put(row.group(1), row.group(2).strip()))
                    .as(row.group(1))
                    .isNull();
        }
        return rows;
    }

    /** Every key with its default; empty where it has none. */
    private static Map<String, String> read() {
        Map<String, String> keys = new TreeMap<>();
        AT_BOOT.forEach(key -> keys.put(key, ""));
        for (JavaClass type : HOUSE) {
            if (type.isAnnotatedWith(ConfigMapping.class)) {
                String prefix = type.getAnnotationOfType(ConfigMapping.class).prefix();
                type.getMethods()
                        .forEach(method -> add(
                                keys,
                                prefix + "."
                                        + (method.isAnnotatedWith(WithName.class)
                                                ? method.getAnnotationOfType(WithName.class)
                                                        .value()
                                                : kebab(method.getName()))
                                        + (method.getRawReturnType().isEquivalentTo(Map.class) ? ".\"<name>\"" : ""),
                                method.isAnnotatedWith(WithDefault.class)
                                        ? method.getAnnotationOfType(WithDefault.class)
                                                .value()
                                        : ""));
            }
            type.getMethods().stream()
                    .filter(method -> method.isAnnotatedWith(Scheduled.class))
                    .map(method -> SCHEDULE.matcher(
                            method.getAnnotationOfType(Scheduled.class).every()))
                    .filter(Matcher::matches)
                    .forEach(schedule -> add(keys, schedule.group(1), schedule.group(2)));
            type.getConstructors().stream()
                    .flatMap(constructor -> constructor.getParameters().stream())
                    .filter(parameter -> parameter.isAnnotatedWith(ConfigProperty.class))
                    .map(parameter -> parameter.getAnnotationOfType(ConfigProperty.class))
                    .filter(property -> property.name().startsWith("trunkline."))
                    .forEach(property -> add(
                            keys,
                            property.name(),
                            property.defaultValue().equals(ConfigProperty.UNCONFIGURED_VALUE)
                                    ? ""
                                    : property.defaultValue()));
        }
        // What boot.Setup or the properties say, a single reader's own default does not matter to.
        keys.put("trunkline.demo", "");
        settled().forEach(key -> keys.computeIfPresent(key, (known, value) -> ""));
        return keys;
    }

    private static Set<String> settled() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames();
    }

    private static void add(Map<String, String> keys, String key, String value) {
        keys.merge(key, value, (one, other) -> one.isEmpty() ? other : one);
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
