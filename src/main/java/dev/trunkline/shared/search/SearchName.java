package dev.trunkline.shared.search;

import static dev.trunkline.shared.search.SearchTokens.cut;

import org.jspecify.annotations.Nullable;

/**
 * A name in the three forms that its beginning is looked for in: what begins so is what is meant most often.
 *
 * @param plain small, without accents, blanks and signs: {@code 张伟}, {@code weizhang}
 * @param pinyin with Chinese characters as they are read, null where there are none: {@code zhangwei}
 * @param initials of each character and word: {@code zw}
 */
public record SearchName(String plain, @Nullable String pinyin, String initials) {
    static final int LONGEST = 64;

    /** The forms of a name. */
    public static SearchName of(String name) {
        StringBuilder plain = new StringBuilder();
        StringBuilder pinyin = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        boolean chinese = false;
        for (Run run : Run.of(name)) {
            plain.append(run.text());
            chinese |= run.han();
            pinyin.append(run.han() ? first(run, false) : run.text());
            initials.append(run.han() ? first(run, true) : Character.toString(run.points()[0]));
        }
        return new SearchName(
                cut(plain.toString(), LONGEST),
                chinese ? cut(pinyin.toString(), LONGEST) : null,
                cut(initials.toString(), LONGEST));
    }

    private static String first(Run run, boolean initials) {
        return SearchTokens.pinyin(run, 0, initials, LONGEST).stream()
                .findFirst()
                .orElse("");
    }
}
