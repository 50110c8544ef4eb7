package dev.trunkline.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Arrays;
import java.util.HexFormat;

/** The name of a session: tells one from another and opens nothing. */
public final class SessionId {
    private static final String ATTRIBUTE = "trunkline.session";
    private static final int BYTES = 8;

    private SessionId() {}

    /** The session by which somebody is here; empty for one who came without. */
    public static String of(SecurityIdentity identity) {
        return identity.getAttribute(ATTRIBUTE) instanceof String id ? id : "";
    }

    static String of(String token) {
        return HexFormat.of().formatHex(Arrays.copyOf(Tokens.hash(token), BYTES));
    }

    static QuarkusSecurityIdentity.Builder note(QuarkusSecurityIdentity.Builder identity, String token) {
        return identity.addAttribute(ATTRIBUTE, of(token));
    }
}
