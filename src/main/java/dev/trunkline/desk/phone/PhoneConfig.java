package dev.trunkline.desk.phone;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The browser phone. */
@ConfigMapping(prefix = "trunkline.phone")
interface PhoneConfig {

    /** Where browsers reach the PBX's SIP over WebSocket; empty: port 8088 of {@code trunkline.pbx.host}, without TLS. */
    Optional<URI> wsUrl();

    /** How long a browser's credentials last; the page renews them well before. */
    @WithDefault("15m")
    Duration credentialsLast();
}
