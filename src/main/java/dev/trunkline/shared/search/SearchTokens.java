package dev.trunkline.shared.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a thing is found by, as a PostgreSQL {@code tsvector}: whole words; each two neighbouring Chinese characters; and for
 * names the pinyin and the initials from each character on, so that a beginning of any of these finds it. The words are
 * made here and not by a text search configuration: one has no pinyin, and what it takes for a letter depends on the
 * database's locale. Not thread-safe.
 */
public final class SearchTokens {
    /** Counts the ways of making tokens: what was written in another way is written anew. */
    public static final short FORM = 1;

    static final int LONGEST_WORD = 64;
    static final int LONGEST_PINYIN = 16;
    static final int LONGEST_INITIALS = 8;
    private static final int MOST_VARIANTS = 4;

    private final Set<String> tokens = new TreeSet<>();
    private final Set<String> named = new HashSet<>();

    /** Adds a name, a short text: also found by pinyin. Names come before texts. */
    public SearchTokens name(@Nullable String text) {
        for (Run run : runs(text)) {
            words(run);
            if (run.han()) {
                for (int at = 0; at < run.points().length; at++) {
                    tokens.addAll(pinyin(run, at, false, LONGEST_PINYIN));
                    tokens.addAll(pinyin(run, at, true, LONGEST_INITIALS));
                }
            }
        }
        named.addAll(tokens);
        return this;
    }

    /** Adds a text, found by its words and any two of its Chinese characters. */
    public SearchTokens text(@Nullable String text) {
        runs(text).forEach(this::words);
        return this;
    }

    /** For a parameter that is cast to {@code tsvector}. Words are letters and digits: nothing in them needs escaping. */
    public String vector() {
        return tokens.stream().map(token -> "'" + token + "'").collect(Collectors.joining(" "));
    }

    /** The same for texts of which the best is to come first: what is in a name counts for more. */
    public String ranked() {
        return tokens.stream()
                .map(token -> "'" + token + (named.contains(token) ? "':1A" : "':1"))
                .collect(Collectors.joining(" "));
    }

    Set<String> tokens() {
        return tokens;
    }

    private static List<Run> runs(@Nullable String text) {
        return text == null ? List.of() : Run.of(text);
    }

    private void words(Run run) {
        if (run.han()) {
            tokens.addAll(pairs(run));
            tokens.add(Character.toString(run.points()[run.points().length - 1]));
        } else {
            tokens.add(cut(run.text(), LONGEST_WORD));
        }
    }

    /** Each two neighbours of a run. */
    static List<String> pairs(Run run) {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at + 1 < run.points().length; at++) {
            pairs.add(new String(run.points(), at, 2));
        }
        return pairs;
    }

    /** The pinyin, or its initials, from a character on, up to a length: the likeliest first, few more where readings differ. */
    static List<String> pinyin(Run run, int start, boolean initials, int longest) {
        List<String> made = List.of("");
        for (int at = start; at < run.points().length && made.getFirst().length() < longest; at++) {
            List<String> readings = Pinyin.readings(run.points()[at]);
            List<String> longer = new ArrayList<>();
            for (String reading : readings.isEmpty() ? List.of("") : readings) {
                for (String before : made) {
                    String one = initials && !reading.isEmpty() ? reading.substring(0, 1) : reading;
                    if (longer.size() < MOST_VARIANTS && !longer.contains(before + one)) {
                        longer.add(before + one);
                    }
                }
            }
            made = longer;
        }
        return made.stream()
                .map(one -> cut(one, longest))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
