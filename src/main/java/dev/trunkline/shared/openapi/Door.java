package dev.trunkline.shared.openapi;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.crud.Versioned;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * A resource method as its address shows it.
 *
 * @param verb HTTP method, upper case
 * @param path with parameters in braces
 */
record Door(IndexView index, String verb, String path, MethodInfo method) {
    private static final List<String> WRAPPERS =
            List.of("io.smallrye.mutiny.Uni", "org.jboss.resteasy.reactive.RestResponse");

    /** The permission's word, null when everybody may pass. */
    @Nullable
    String permission() {
        var allowed = method.annotation(Allowed.class);
        return allowed == null
                ? null
                : allowed.value().asEnum().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is answered, without what it travels in. */
    Type answer() {
        var type = method.returnType();
        while (type.kind() == Type.Kind.PARAMETERIZED_TYPE
                && WRAPPERS.contains(type.name().toString())) {
            type = type.asParameterizedType().arguments().getFirst();
        }
        return type;
    }

    /** What is sent, null when nothing is. */
    @Nullable
    Type body() {
        return method.parameters().stream()
                .filter(parameter -> parameter.annotations().stream()
                        .map(annotation -> annotation.name().toString())
                        .noneMatch(name -> name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy.")))
                .filter(parameter -> !path.contains("{" + parameter.name() + "}"))
                .map(parameter -> parameter.type())
                .findFirst()
                .orElse(null);
    }

    /** Whether the answer carries a version. */
    boolean versioned() {
        ClassInfo answered = index.getClassByName(answer().name());
        return answered != null
                && answered.interfaceNames().contains(DotName.createSimple(Versioned.class))
                && method.returnType().toString().contains("RestResponse");
    }

    /** Whether there is something in the request that can be wrong beside its address. */
    boolean hasInput() {
        return body() != null
                || Stream.of(BeanParam.class, QueryParam.class)
                        .anyMatch(kind -> method.parameters().stream().anyMatch(p -> p.hasAnnotation(kind)));
    }

    boolean changes() {
        return !verb.equals("GET");
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
