package dev.trunkline.telephony.simulator;

import java.time.Duration;

/** Keeps what was said. Must not block the PBX's timeline. */
interface Recorder {

    /**
     * A recorded call is over.
     *
     * @param base base name of the files
     * @param talk how long people talked; zero when they never did
     */
    void recorded(String base, Duration talk);
}
