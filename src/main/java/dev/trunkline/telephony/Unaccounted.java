package dev.trunkline.telephony;

import dev.trunkline.call.CoachLegs;

/** What is nobody's call and stays out of every account, AMI's and the journal's alike. */
public final class Unaccounted {
    private Unaccounted() {}

    /** Whether what has this linkedid is none: an errand, or a coach's leg. */
    public static boolean is(String linkedId) {
        return Errand.is(linkedId) || CoachLegs.is(linkedId);
    }
}
