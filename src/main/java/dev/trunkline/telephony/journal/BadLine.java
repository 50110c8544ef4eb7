package dev.trunkline.telephony.journal;

/** A line of the journal that is none: named, counted and left out. */
final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    BadLine(String problem) {
        super(problem, null, false, false);
    }
}
