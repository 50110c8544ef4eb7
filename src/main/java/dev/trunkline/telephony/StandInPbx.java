package dev.trunkline.telephony;

/** A PBX that can be started within this process when none is configured. */
public interface StandInPbx {

    /** Starts it unless it runs already, and tells where. Blocks until it listens; not for event loops. */
    PbxAddress start();
}
