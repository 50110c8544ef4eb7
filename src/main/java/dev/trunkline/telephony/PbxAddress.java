package dev.trunkline.telephony;

import javax.net.SocketFactory;

/**
 * Where a PBX answers and who we are to it.
 *
 * @param simulated whether it is the one that stands in while none is configured
 * @param sockets what connections are made of: plain ones, or such as speak TLS
 */
public record PbxAddress(
        String host, int port, String username, String secret, boolean simulated, SocketFactory sockets) {

    /** One that is reached without TLS. */
    public PbxAddress(String host, int port, String username, String secret, boolean simulated) {
        this(host, port, username, secret, simulated, SocketFactory.getDefault());
    }

    /** Without the secret, fit for logs. */
    @Override
    public String toString() {
        return host + ":" + port + (simulated ? " (simulated)" : "");
    }
}
