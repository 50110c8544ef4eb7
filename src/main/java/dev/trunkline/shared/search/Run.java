package dev.trunkline.shared.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A stretch of Chinese characters, or a word of other letters and digits: small, without accents, full-width forms made
 * plain. Whatever is neither letter nor digit only parts one run from the next, so nothing typed has a meaning of its own.
 *
 * @param han whether it is of Chinese characters
 * @param points its characters
 * @param from where in the text each character came from
 * @param to where in the text what each character came from ends
 */
record Run(boolean han, int[] points, int[] from, int[] to) {
    /** The runs of a text in order. Bounded by the text's length; a lone surrogate parts runs. */
    static List<Run> of(String text) {
        List<Run> runs = new ArrayList<>();
        Builder open = new Builder();
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            int[] folded = fold(point);
            for (int one : folded) {
                boolean han = UnicodeScript.of(one) == UnicodeScript.HAN;
                if (!Character.isLetterOrDigit(one)) {
                    open.closeInto(runs);
                } else {
                    if (open.han != han) {
                        open.closeInto(runs);
                    }
                    open.add(one, han, at, next);
                }
            }
            at = next;
        }
        open.closeInto(runs);
        return runs;
    }

    /** The same run's text. */
    String text() {
        return new String(points, 0, points.length);
    }

    private static int[] fold(int point) {
        if (point < 0x80) {
            return new int[] {Character.toLowerCase(point)};
        }
        return Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(one -> Character.getType(one) != Character.NON_SPACING_MARK)
                .toArray();
    }

    private static final class Builder {
        private int[] points = new int[16];
        private int[] from = new int[16];
        private int[] to = new int[16];
        private int size;
        private boolean han;

        void add(int point, boolean chinese, int start, int end) {
            if (size == points.length) {
                points = Arrays.copyOf(points, size * 2);
                from = Arrays.copyOf(from, size * 2);
                to = Arrays.copyOf(to, size * 2);
            }
            points[size] = point;
            from[size] = start;
            to[size++] = end;
            han = chinese;
        }

        void closeInto(List<Run> runs) {
            if (size > 0) {
                runs.add(new Run(han, Arrays.copyOf(points, size), Arrays.copyOf(from, size), Arrays.copyOf(to, size)));
                size = 0;
            }
        }
    }
}
