package dev.trunkline.telephony;

import dev.trunkline.shared.Ids;

/**
 * Channels that the PBX runs for its dialplan's sake, because we asked for something that only the dialplan may do. They
 * are nobody's call and stay out of every account, AMI's and the journal's alike.
 */
public final class Errand {
    private static final String PREFIX = "errand-";

    private Errand() {}

    /** An id for such a channel, which becomes the linkedid of all that it leads to. */
    public static String newId() {
        return PREFIX + Ids.next();
    }

    /** Whether what has this linkedid is an errand. Asterisk's own ids, and those we give to calls, never are. */
    public static boolean is(String linkedId) {
        return linkedId.startsWith(PREFIX);
    }
}
