package dev.trunkline.shared.search;

import java.util.List;

/**
 * A text with the places that what was typed is found at.
 *
 * @param marks in order, none within another
 */
public record Marked(String text, List<Mark> marks) {
    public Marked {
        marks = List.copyOf(marks);
    }

    /** A place in the text, in UTF-16 units: from the first to before the last. */
    public record Mark(int from, int to) {}

    /** Whether anything was found in it. */
    public boolean found() {
        return !marks.isEmpty();
    }
}
