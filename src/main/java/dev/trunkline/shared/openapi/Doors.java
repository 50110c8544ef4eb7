package dev.trunkline.shared.openapi;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Every resource method of ours, by its HTTP method and address. */
final class Doors {
    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    private final Map<String, Door> doors = new HashMap<>();

    private Doors() {}

    static Doors of(IndexView index) {
        var all = new Doors();
        for (var verb : VERBS) {
            for (var found : index.getAnnotations(verb)) {
                var method = found.target().asMethod();
                var path = join(method.declaringClass().declaredAnnotation(Path.class))
                        + join(method.annotation(Path.class));
                var door = new Door(index, verb.getSimpleName(), path, method);
                all.doors.put(door.toString(), door);
            }
        }
        return all;
    }

    Collection<Door> all() {
        return doors.values();
    }

    Door at(String verb, String path) {
        @Nullable Door door = doors.get(verb + " " + path);
        if (door == null) {
            throw new IllegalStateException("No resource method at " + verb + " " + path);
        }
        return door;
    }

    private static String join(@Nullable AnnotationInstance path) {
        if (path == null) {
            return "";
        }
        var text = path.value().asString();
        return text.startsWith("/") ? text : "/" + text;
    }
}
