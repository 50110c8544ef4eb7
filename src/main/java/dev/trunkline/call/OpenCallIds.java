package dev.trunkline.call;

import java.util.Set;

/**
 * The calls held as open, asked after a gap in the events of a PBX so that each of them can be checked against the PBX's
 * own list of channels. Never blocks; any thread may ask.
 */
public interface OpenCallIds {

    /** Ids of the calls of this PBX that have not ended as far as is known. */
    Set<String> openCalls(String pbx);
}
