package dev.trunkline.script;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A question of one of the kinds there are, each of which knows what an answer to it is. */
sealed interface Question {
    String key();

    boolean required();

    /** What is wrong with an answer, as the code of a field error; null for a good one. The values are not empty. */
    @Nullable
    String fault(List<String> values);

    /** The values that a branch can ask for; empty for questions that no branch can depend on. */
    default List<String> choices() {
        return List.of();
    }

    /** Any words. */
    record Text(String key, boolean required) implements Question {
        @Override
        public @Nullable String fault(List<String> values) {
            return values.size() == 1 ? null : "size";
        }
    }

    /** Exactly one of some. */
    record OneOf(String key, boolean required, List<String> choices) implements Question {
        public OneOf {
            choices = List.copyOf(choices);
        }

        @Override
        public @Nullable String fault(List<String> values) {
            return values.size() == 1 ? chosen(choices, values) : "size";
        }
    }

    /** Any of some, each once. */
    record SeveralOf(String key, boolean required, List<String> choices) implements Question {
        public SeveralOf {
            choices = List.copyOf(choices);
        }

        @Override
        public @Nullable String fault(List<String> values) {
            return new HashSet<>(values).size() == values.size() ? chosen(choices, values) : "double";
        }
    }

    /** Yes or no. */
    record YesNo(String key, boolean required) implements Question {
        private static final List<String> BOTH = List.of("yes", "no");

        @Override
        public List<String> choices() {
            return BOTH;
        }

        @Override
        public @Nullable String fault(List<String> values) {
            return values.size() == 1 ? chosen(BOTH, values) : "size";
        }
    }

    /** A decimal number with a point, of a size that computers agree on. */
    record Number(String key, boolean required) implements Question {
        private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");

        @Override
        public @Nullable String fault(List<String> values) {
            return values.size() == 1 && DECIMAL.matcher(values.getFirst()).matches() ? null : "number";
        }
    }

    /** A day of the calendar. */
    record Date(String key, boolean required) implements Question {
        private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

        @Override
        public @Nullable String fault(List<String> values) {
            if (values.size() != 1 || !DAY.matcher(values.getFirst()).matches()) {
                return "date";
            }
            try {
                LocalDate.parse(values.getFirst());
                return null;
            } catch (DateTimeParseException noSuchDay) {
                return "date";
            }
        }
    }

    private static @Nullable String chosen(List<String> choices, List<String> values) {
        return choices.containsAll(values) ? null : "unknown-value";
    }

    /** The question that people wrote. */
    static Question of(ScriptQuestion written) {
        String key = written.key();
        boolean required = written.required();
        List<String> choices = written.choices().stream().map(ScriptChoice::key).toList();
        return switch (written.kind()) {
            case TEXT -> new Text(key, required);
            case ONE_OF -> new OneOf(key, required, choices);
            case SEVERAL_OF -> new SeveralOf(key, required, choices);
            case YES_NO -> new YesNo(key, required);
            case NUMBER -> new Number(key, required);
            case DATE -> new Date(key, required);
        };
    }
}
