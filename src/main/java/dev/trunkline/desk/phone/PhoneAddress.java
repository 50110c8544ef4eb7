package dev.trunkline.desk.phone;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where browsers register. */
@ApplicationScoped
class PhoneAddress {
    private static final int PLAIN_WEBSOCKET = 8088;

    private final URI wsUrl;

    PhoneAddress(PhoneConfig config, @ConfigProperty(name = "trunkline.pbx.host") Optional<String> pbx) {
        wsUrl = config.wsUrl()
                .orElseGet(
                        () -> URI.create("ws://" + bracketed(pbx.orElse("localhost")) + ":" + PLAIN_WEBSOCKET + "/ws"));
        if (wsUrl.getHost() == null || !("ws".equals(wsUrl.getScheme()) || "wss".equals(wsUrl.getScheme()))) {
            throw new IllegalStateException("trunkline.phone.ws-url must be like wss://pbx.example/ws, not " + wsUrl);
        }
    }

    /** The credentials of the browser endpoint that belongs to an extension. */
    PhoneCredentials credentials(String extension, String password, Instant until, UUID claim) {
        String username = extension + "-web";
        return new PhoneCredentials("sip:" + username + "@" + wsUrl.getHost(), wsUrl, username, password, until, claim);
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }
}
