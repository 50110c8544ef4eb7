package dev.trunkline.telephony.ami;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.PbxState;
import dev.trunkline.telephony.Gap;

/** Where the link's news go, in order. Called on one thread; may block to slow the link down. */
interface AmiSink {
    void call(CallEvent event);

    void state(PbxState state);

    /** The link is up again after a gap; news come again, and the lists of the PBX are asked for. */
    default void heardAgain(String pbx) {}

    /**
     * The link is up again after a gap, of which everything has been told but the end of the vanished calls.
     *
     * @param afterwards tells that; to be run when the journal has been asked, on any thread
     */
    default void gap(Gap gap, Runnable afterwards) {
        afterwards.run();
    }
}
