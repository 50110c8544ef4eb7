package dev.trunkline.call;

/**
 * Where a call or a transfer is to go in the PBX's dialplan.
 *
 * @param realm in which part of it the number is looked up, and in no other
 * @param number digits, with a plus in front of a number of the public network; never a dial string
 */
public record Destination(Realm realm, String number) {

    /** A part of the dialplan. */
    public enum Realm {
        /** What an agent's phone may dial: colleagues, parking spaces, the public network. */
        AGENTS,
        /** The house's own numbers, by which calls come to queues. */
        QUEUES,
        /** Calls for help. */
        EMERGENCY
    }

    /** A number as an agent's phone may dial it. */
    public static Destination dialled(String number) {
        return new Destination(Realm.AGENTS, number);
    }
}
