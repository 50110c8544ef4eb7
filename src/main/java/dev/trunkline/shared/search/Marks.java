package dev.trunkline.shared.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds again in a text what it was found by: words' beginnings, Chinese characters, pinyin, initials. */
public final class Marks {
    private Marks() {}

    /** A name with the first place of each thing typed. */
    public static Marked of(String text, SearchText typed) {
        return of(text, typed, true);
    }

    /** The same for a text, which is not found by pinyin. */
    public static Marked inText(String text, SearchText typed) {
        return of(text, typed, false);
    }

    private static Marked of(String text, SearchText typed, boolean pinyin) {
        List<Marked.Mark> marks = new ArrayList<>();
        List<Run> runs = Run.of(text);
        for (Run wanted : typed.runs()) {
            for (Run run : runs) {
                if ((pinyin || run.han() == wanted.han()) && mark(run, wanted, marks)) {
                    break;
                }
            }
        }
        return new Marked(text, apart(marks));
    }

    /** A telephone number, however it is written, with the digits that were typed. */
    public static Marked ofNumber(String number, String digits) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < number.length(); at++) {
            if (isDigit(number.charAt(at))) {
                places.add(at);
            }
        }
        int found = digits(number).indexOf(digits);
        return new Marked(
                number,
                found < 0
                        ? List.of()
                        : List.of(new Marked.Mark(places.get(found), places.get(found + digits.length() - 1) + 1)));
    }

    /** Whether each thing that was typed is found in one of the texts, as far as their marks tell. */
    public static boolean all(SearchText typed, Marked... texts) {
        int found = 0;
        for (Marked text : texts) {
            found = Math.max(found, text.marks().size());
        }
        return found > 0 && found >= typed.runs().size();
    }

    /** The digits of a number, in ASCII. */
    static String digits(String number) {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < number.length(); at++) {
            if (isDigit(number.charAt(at))) {
                digits.append(number.charAt(at));
            }
        }
        return digits.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean mark(Run run, Run wanted, List<Marked.Mark> marks) {
        int last = run.han() ? run.points().length - 1 : 0;
        for (int start = 0; start <= last; start++) {
            int end = run.han() == wanted.han()
                    ? same(run, start, wanted)
                    : run.han() ? Math.max(read(run, start, wanted.text()), initials(run, start, wanted.text())) : -1;
            if (end > start) {
                marks.add(new Marked.Mark(run.from()[start], run.to()[end - 1]));
                return true;
            }
        }
        return false;
    }

    /** Where the same characters end; -1 when they are not there. */
    private static int same(Run run, int start, Run wanted) {
        int length = wanted.points().length;
        if (start + length > run.points().length) {
            return -1;
        }
        for (int at = 0; at < length; at++) {
            if (run.points()[start + at] != wanted.points()[at]) {
                return -1;
            }
        }
        return start + length;
    }

    /** Where characters end that are read like the rest of what was typed, whose last syllable may be begun only. */
    private static int read(Run run, int at, String rest) {
        if (rest.isEmpty() || at == run.points().length) {
            return rest.isEmpty() ? at : -1;
        }
        for (String reading : Pinyin.readings(run.points()[at])) {
            int end = reading.startsWith(rest)
                    ? at + 1
                    : rest.startsWith(reading) ? read(run, at + 1, rest.substring(reading.length())) : -1;
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    private static int initials(Run run, int start, String typed) {
        if (start + typed.length() > run.points().length) {
            return -1;
        }
        for (int at = 0; at < typed.length(); at++) {
            String letter = typed.substring(at, at + 1);
            if (Pinyin.readings(run.points()[start + at]).stream().noneMatch(one -> one.startsWith(letter))) {
                return -1;
            }
        }
        return start + typed.length();
    }

    private static List<Marked.Mark> apart(List<Marked.Mark> marks) {
        List<Marked.Mark> apart = new ArrayList<>();
        marks.stream().sorted(Comparator.comparingInt(Marked.Mark::from)).forEach(mark -> {
            if (apart.isEmpty() || apart.getLast().to() <= mark.from()) {
                apart.add(mark);
            }
        });
        return apart;
    }
}
