package dev.trunkline.telephony.simulator;

/** Who picks up, talks and hangs up. Asked on the PBX's timeline, and acts there. */
interface People {

    /** A caller joined a queue. */
    default void waits(QueueCall call) {}

    /** An agent's phone rings. */
    default void rings(Phone phone) {}

    /** Caller and agent of a queue call talk. */
    default void talks(QueueCall call, Phone phone) {}

    /** Caller and coach of a call that was taken over talk. */
    default void talks(TakenCall call) {}

    /** Somebody outside is rung by an agent. */
    default void outsideRings(DialledCall call) {}

    /** An agent and the one they dialled talk. */
    default void talks(DialledCall call) {}

    /** Nobody acts by themselves: a test plays them all. */
    People NOBODY = new People() {};
}
