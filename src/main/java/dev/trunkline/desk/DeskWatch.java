package dev.trunkline.desk;

import dev.trunkline.shared.watch.Latency;
import dev.trunkline.shared.watch.Watched;

/** How agents' desks are doing. */
public interface DeskWatch extends Watched<DeskReport> {

    /** Time from the phone's first ring, by the PBX's stamp, to its pop being on the way to the page. */
    Latency ringToPop();
}
