package dev.trunkline.telephony;

/** Finds out what happened while the PBX was not heard. */
public interface GapCloser {

    /** The PBX is heard again; what it has now is being asked for, and {@link #close} follows. Returns at once. */
    void opens(String pbx);

    /**
     * Takes a gap on; returns at once.
     *
     * @param afterwards run once, on any thread, when all is known that can be known in reasonable time: the vanished
     *     calls that are still held as open by then have ended nobody knows how
     */
    void close(Gap gap, Runnable afterwards);
}
