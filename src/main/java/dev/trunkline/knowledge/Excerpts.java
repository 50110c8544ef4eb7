package dev.trunkline.knowledge;

import dev.trunkline.shared.search.Marked;
import dev.trunkline.shared.search.Marks;
import dev.trunkline.shared.search.SearchText;
import java.util.List;

/** A line or two of an article: where what was typed stands, else how it begins. */
final class Excerpts {
    private static final int LONG = 140;
    private static final int BEFORE = 30;

    private Excerpts() {}

    static Marked of(String markdown, SearchText text) {
        String plain = PlainText.of(markdown);
        if (text.isEmpty()) {
            return new Marked(cut(plain, 0), List.of());
        }
        Marked whole = Marks.inText(plain, text);
        if (!whole.found()) {
            return new Marked(cut(plain, 0), List.of());
        }
        int start = Math.max(0, whole.marks().getFirst().from() - BEFORE);
        return Marks.inText(
                cut(plain, start == 0 ? 0 : plain.offsetByCodePoints(0, plain.codePointCount(0, start))), text);
    }

    private static String cut(String text, int start) {
        int end = Math.min(text.length(), start + LONG);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
    }
}
