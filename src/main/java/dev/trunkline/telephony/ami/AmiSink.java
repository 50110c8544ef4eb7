package dev.trunkline.telephony.ami;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.PbxState;

/** Where the link's news go, in order. Called on one thread; may block to slow the link down. */
interface AmiSink {
    void call(CallEvent event);

    void state(PbxState state);
}
