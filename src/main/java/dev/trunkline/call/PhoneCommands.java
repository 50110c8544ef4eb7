package dev.trunkline.call;

import io.smallrye.mutiny.Uni;

/**
 * What is asked of a PBX for agents' phones themselves; implemented in {@code telephony.ami}. Blocking, failures and refused
 * values as in {@link PbxCommands}.
 */
public interface PhoneCommands {

    /**
     * Tells the PBX which phone of the agent rings for direct calls, and the one password by which a browser may be the
     * agent's phone from now on. Where only the old password shall end, the new one is told to nobody else.
     *
     * @param browserPassword 24 to 64 letters and digits
     */
    Uni<Void> setPhone(String agent, boolean atBrowser, String browserPassword);

    /**
     * Takes a leg out of its talk with an agent, who is gone, and rings the agent's browser for it again, which answers by
     * itself. Whoever waits hears music.
     */
    Uni<Void> returnToAgent(String legId, String agent);
}
