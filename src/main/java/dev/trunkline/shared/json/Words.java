package dev.trunkline.shared.json;

import dev.trunkline.shared.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Our enums as words of the API and of the database: lower case with hyphens, {@code SHORT_ABANDONED} is {@code short-abandoned}. */
public final class Words {
    private Words() {}

    /** The word of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word of a constant, null for null. */
    public static @Nullable String ofNullable(@Nullable Enum<?> constant) {
        return constant == null ? null : of(constant);
    }

    /**
     * The constant of a word.
     *
     * @param field named in the problem
     * @throws Problem 422 naming the field and the words there are
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String word, String field) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(word)) {
                return constant;
            }
        }
        throw Problem.invalid(field, "unknown-word", "must be one of " + all(type));
    }

    /** Every word of a type, for messages. */
    public static String all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
    }
}
