package dev.trunkline.coaching;

/**
 * Nothing came of what a coach asked for, although the PBX took it; a CDI event. Observers do not block.
 *
 * @param coach the coach's extension
 */
public record CoachedInVain(String coach, Reason reason) {

    /** What went wrong. */
    public enum Reason {
        /** The coach's own phone cannot be reached. */
        NOT_REACHED,
        /** The call could not be brought to the coach: it may be over. */
        NOT_TAKEN_OVER
    }
}
