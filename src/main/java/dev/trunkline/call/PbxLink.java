package dev.trunkline.call;

import java.time.Duration;

/** How the link to the PBX is now, for whoever shows it. Never blocks; any thread may ask. */
public interface PbxLink {

    /** The latest state of the event link; the news of it are on channel {@code pbx-states}. */
    PbxState.Link current();

    /** How far the PBX's clock, which stamps calls, is ahead of ours; nothing while not known. */
    Duration clockAhead();

    /** Whether the PBX is the simulated one that stands in while none is configured. */
    boolean simulated();
}
