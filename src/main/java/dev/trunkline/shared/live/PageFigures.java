package dev.trunkline.shared.live;

/** Counts what happens to live pages. Thread-safe. */
public interface PageFigures {

    /** A page came back and gets just what it missed. */
    void resumed();

    /** A page fell too far behind and gets the whole state instead. */
    void overrun();

    /** A page took nothing for too long, or did not answer, and is cut off. */
    void givenUp();
}
