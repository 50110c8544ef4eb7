package dev.trunkline.shared.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Makes schemas say what the code says: enums in their words, {@code @Nullable} components may be null or missing, all
 * others are required, and patterns hold for the whole text.
 */
final class SchemaDetails {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    /** Schemas that the configuration gives to classes of the JDK. */
    private static final Set<String> CONFIGURED = Set.of("Id", "Instant");
    /** What SmallRye makes of {@code @NotBlank}: at least one such character anywhere. */
    private static final String NOT_BLANK = "\\S";

    private final Vocabulary vocabulary;

    SchemaDetails(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void complete(Components components) {
        // A copy, because some are taken out.
        new TreeMap<>(components.getSchemas()).forEach((name, schema) -> {
            var type = vocabulary.get(name);
            if (type != null && type.isEnum()) {
                schema.setEnumeration(words(type));
            } else if (type != null) {
                complete(type, schema);
            } else if (!CONFIGURED.contains(name)) {
                // The insides of a library's class, such as those of the raw JSON that a PATCH takes.
                components.removeSchema(name);
            }
        });
    }

    /** As {@code JsonWords} writes them. */
    private static List<Object> words(ClassInfo type) {
        return type.enumConstants().stream()
                .<Object>map(
                        constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static void complete(ClassInfo type, Schema schema) {
        var leavesOutEmpty = type.hasDeclaredAnnotation(JsonInclude.class);
        var required = new ArrayList<String>();
        for (var component : type.recordComponents()) {
            if (component.declaringClass().field(component.name()).hasDeclaredAnnotation(JsonIgnore.class)) {
                // Of the house itself: clients neither say nor see it.
                continue;
            }
            var property =
                    Objects.requireNonNull(schema.getProperties().get(component.name()), () -> type + " " + component);
            tidy(property);
            if (insisted(component)) {
                required.add(component.name());
            } else if (component.type().hasAnnotation(NULLABLE)) {
                schema.addProperty(component.name(), nullable(property));
            } else if (!(leavesOutEmpty && isCollection(component.type()))) {
                required.add(component.name());
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
    }

    /** Null is a value to be refused in words, not one that may be left. */
    private static boolean insisted(RecordComponentInfo component) {
        var field = component.declaringClass().field(component.name());
        return Stream.of(NotNull.class, NotBlank.class, NotEmpty.class).anyMatch(field::hasDeclaredAnnotation);
    }

    private static boolean isCollection(Type type) {
        return type.kind() == Type.Kind.PARAMETERIZED_TYPE
                && type.name().toString().startsWith("java.util.");
    }

    static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        schema.addType(SchemaType.NULL);
        if (schema.getEnumeration() != null) {
            var words = new ArrayList<@Nullable Object>(schema.getEnumeration());
            words.add(null);
            schema.setEnumeration(words);
        }
        return schema;
    }

    private static void tidy(Schema schema) {
        if (schema.getRef() != null) {
            schema.setType(null);
        }
        // Bean Validation's patterns are of the whole text, JSON Schema's of any part of it.
        if (schema.getPattern() != null && !schema.getPattern().equals(NOT_BLANK)) {
            schema.setPattern("^(?:" + schema.getPattern() + ")$");
        }
        // The configured schema of a UUID counts for properties only, not for what a list is of.
        var items = schema.getItems();
        if (items != null && "uuid".equals(items.getFormat())) {
            schema.setItems(OASFactory.createSchema().ref("#/components/schemas/Id"));
        }
        if (items != null) {
            tidy(items);
        }
    }
}
