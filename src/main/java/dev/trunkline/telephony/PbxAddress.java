package dev.trunkline.telephony;

/**
 * Where a PBX answers and who we are to it.
 *
 * @param simulated whether it is the one that stands in while none is configured
 */
public record PbxAddress(String host, int port, String username, String secret, boolean simulated) {

    /** Without the secret, fit for logs. */
    @Override
    public String toString() {
        return host + ":" + port + (simulated ? " (simulated)" : "");
    }
}
