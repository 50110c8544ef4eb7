package dev.trunkline.shared.problem;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.Set;

/** Turns Bean Validation's findings into field errors. */
public final class Violations {
    private Violations() {}

    /** The problem of these findings. */
    public static Problem of(Set<? extends ConstraintViolation<?>> violations) {
        return Problem.invalid(violations.stream()
                .map(Violations::error)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::code))
                .limit(50)
                .toList());
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        var constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        var code = PropertyNamingStrategies.KebabCaseStrategy.INSTANCE.translate(constraint);
        return new FieldError(path(violation.getPropertyPath()), code, violation.getMessage());
    }

    /** The path within the body, or the parameter's name: a method's name and that of its body are of no use to clients. */
    private static String path(Path path) {
        var text = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE, BEAN, CONTAINER_ELEMENT -> index(text, node);
                case PARAMETER -> parameter = node.getName();
                case PROPERTY -> {
                    index(text, node);
                    if (!text.isEmpty()) {
                        text.append('.');
                    }
                    text.append(node.getName());
                }
            }
        }
        return text.isEmpty() ? parameter : text.toString();
    }

    private static void index(StringBuilder text, Path.Node node) {
        if (node.getIndex() != null) {
            text.append('[').append(node.getIndex()).append(']');
        }
    }
}
