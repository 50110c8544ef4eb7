package dev.trunkline.telephony;

import dev.trunkline.shared.watch.Latency;
import dev.trunkline.shared.watch.Watched;

/** How the link to the PBX is doing. */
public interface PbxWatch extends Watched<PbxReport> {

    /** Time from the PBX's stamp on an event to its being dealt with, the difference of the clocks taken out. */
    Latency lag();
}
