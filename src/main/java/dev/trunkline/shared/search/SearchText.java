package dev.trunkline.shared.search;

import dev.trunkline.shared.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to find something, half a word included. Whatever is neither letter nor digit means nothing, so any
 * text may be typed. Immutable.
 */
public final class SearchText {
    private static final int LONGEST = 200;
    /** Words shorter than this begin so many others that they are looked for beside longer ones only. */
    private static final int SHORT = 3;
    /** Fewer digits would be found in every number. */
    private static final int DIGITS_WORTH_SEARCHING = 3;

    private final String typed;
    private final List<Run> runs;

    private SearchText(String typed, List<Run> runs) {
        this.typed = typed;
        this.runs = runs;
    }

    /**
     * Reads what was typed.
     *
     * @throws Problem 422 when it is longer than 200 characters
     */
    public static SearchText of(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.length() > LONGEST) {
            throw Problem.invalid("q", "size", "must be at most " + LONGEST + " characters");
        }
        return new SearchText(text, Run.of(text));
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** All letters and digits without what parts them, as {@link SearchName} has them: where a range of names begins. */
    public String beginning() {
        return SearchTokens.cut(runs.stream().map(Run::text).collect(Collectors.joining()), SearchName.LONGEST);
    }

    /** After all names with that beginning, in the order of characters' codes. */
    public String end() {
        return beginning() + Character.toString(Character.MAX_CODE_POINT);
    }

    /** The text of a {@code tsquery} that an index answers quickly, null when all that was typed is too short for one. */
    public @Nullable String words() {
        return query(runs.stream().filter(run -> !isShort(run)).toList());
    }

    /** The same for any of the words instead of all of them: what a text is about. Null when there are none long enough. */
    public @Nullable String anyWords() {
        String all = words();
        return all == null ? null : all.replace(" & ", " | ");
    }

    /** The rest of the query: words too short to begin with, to be checked in what was found. Null when there are none. */
    public @Nullable String shortWords() {
        return query(runs.stream().filter(SearchText::isShort).toList());
    }

    /**
     * Part of a telephone number: its digits as they stand in the normal form. Null for what is no number. A leading zero is
     * the trunk prefix or the 00 before a country code, and no part of it.
     */
    public @Nullable String digits() {
        if (!typed.matches("[+0-9()\\s./-]+")) {
            return null;
        }
        String digits = Marks.digits(typed).replaceFirst("^0+", "");
        return digits.length() >= DIGITS_WORTH_SEARCHING ? digits : null;
    }

    /** A whole number of at most nine digits, as typed with or without a leading #; null for anything else. */
    public @Nullable Long number() {
        String digits = typed.startsWith("#") ? typed.substring(1) : typed;
        return digits.matches("[0-9]{1,9}") ? Long.valueOf(digits) : null;
    }

    List<Run> runs() {
        return runs;
    }

    private static boolean isShort(Run run) {
        return !run.han() && run.points().length < SHORT;
    }

    private static @Nullable String query(List<Run> some) {
        List<String> terms = new ArrayList<>();
        for (Run run : some) {
            String text = run.text();
            if (run.han() && run.points().length > 1) {
                SearchTokens.pairs(run).forEach(pair -> terms.add("'" + pair + "'"));
            } else if (text.length() > SearchTokens.LONGEST_PINYIN) {
                terms.add("('" + SearchTokens.cut(text, SearchTokens.LONGEST_WORD) + "':* | '"
                        + SearchTokens.cut(text, SearchTokens.LONGEST_PINYIN) + "')");
            } else {
                terms.add("'" + text + "':*");
            }
        }
        return terms.isEmpty() ? null : terms.stream().distinct().collect(Collectors.joining(" & "));
    }
}
