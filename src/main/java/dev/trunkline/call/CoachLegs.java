package dev.trunkline.call;

import dev.trunkline.shared.Ids;

/**
 * Names of the legs by which coaches take part in agents' calls. Such a leg has a linkedid of its own and is nobody's call:
 * it stays out of every account, AMI's and the journal's alike, and is told of by {@link PbxState.CoachLeg}.
 */
public final class CoachLegs {
    private static final String PREFIX = "coach-";

    private CoachLegs() {}

    /** An id for such a leg. */
    public static String newId() {
        return PREFIX + Ids.next();
    }

    /** Whether what has this linkedid is such a leg. Asterisk's own ids, and those we give to calls, never are. */
    public static boolean is(String linkedId) {
        return linkedId.startsWith(PREFIX);
    }
}
