package dev.trunkline.shared.openapi;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** Our records and enums that the document speaks of, by the names of their schemas. */
final class Vocabulary {
    private final IndexView index;
    private final Map<String, ClassInfo> words = new TreeMap<>();

    private Vocabulary(IndexView index) {
        this.index = index;
    }

    /**
     * Everything that can be met from what the doors take and answer, and what is a schema by its own annotation.
     *
     * @throws IllegalStateException when two types would have the same name
     */
    static Vocabulary of(IndexView index, Collection<Door> doors) {
        var all = new Vocabulary(index);
        for (var door : doors) {
            all.meet(door.answer());
            var body = door.body();
            if (body != null) {
                all.meet(body);
            }
        }
        index.getAnnotations(Schema.class).stream()
                .filter(found -> found.target().kind() == AnnotationTarget.Kind.CLASS)
                .forEach(found -> all.meet(Type.create(found.target().asClass().name(), Type.Kind.CLASS)));
        return all;
    }

    /** The record or enum behind a schema, null for none of ours. */
    @Nullable
    ClassInfo get(String name) {
        return words.get(name);
    }

    private void meet(Type type) {
        switch (type.kind()) {
            case ARRAY -> meet(type.asArrayType().componentType());
            case PARAMETERIZED_TYPE -> {
                type.asParameterizedType().arguments().forEach(this::meet);
                meet(type.name().toString().startsWith("java.") ? null : index.getClassByName(type.name()), name(type));
            }
            case CLASS -> meet(index.getClassByName(type.name()), name(type));
            default -> {
                // Primitives and type variables have no schema of their own.
            }
        }
    }

    private void meet(@Nullable ClassInfo type, String name) {
        if (type == null || !(type.isRecord() || type.isEnum())) {
            return;
        }
        var before = words.putIfAbsent(name, type);
        if (before == null) {
            type.recordComponents().forEach(component -> meet(component.type()));
        } else if (!before.name().equals(type.name())) {
            throw new IllegalStateException("Both %s and %s are called %s in the API: give one of them a @Schema(name)"
                    .formatted(before.name(), type.name(), name));
        }
    }

    /** As SmallRye calls it: by its annotation, or plainly and with the plain names of what a generic type is of behind. */
    private String name(Type type) {
        var known = index.getClassByName(type.name());
        var schema = known == null ? null : known.declaredAnnotation(Schema.class);
        if (schema != null && schema.value("name") != null) {
            return schema.value("name").asString();
        }
        return plain(type);
    }

    private static String plain(Type type) {
        var name = type.name().withoutPackagePrefix().replaceFirst(".*\\$", "");
        return type.kind() == Type.Kind.PARAMETERIZED_TYPE
                ? type.asParameterizedType().arguments().stream()
                        .map(Vocabulary::plain)
                        .collect(Collectors.joining("", name, ""))
                : name;
    }
}
