package dev.trunkline.desk.phone;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * What a browser needs to be the phone: once, for a while, and instead of all that were given before.
 *
 * @param uri the SIP address to register as
 * @param wsUrl where SIP over WebSocket is spoken
 * @param claim by which this browser gets new ones as long as no other browser has become the phone
 */
record PhoneCredentials(String uri, URI wsUrl, String username, String password, Instant expiresAt, UUID claim) {

    /** Without the password, fit for logs. */
    @Override
    public String toString() {
        return username + " until " + expiresAt;
    }
}
