package dev.trunkline.telephony;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where the PBX's manager interface (AMI) is and how patient we are with it. */
@ConfigMapping(prefix = "trunkline.pbx")
public interface PbxConfig {

    /** Name or address of the PBX; empty means the simulated one. */
    Optional<String> host();

    @WithDefault("5038")
    int port();

    @WithDefault("trunkline")
    String username();

    @WithDefault("trunkline")
    String secret();

    /** What the dialplan shows when it asks where a call goes; empty: every such question is refused. */
    Optional<String> dialplanSecret();

    /** Name of the TLS configuration ({@code quarkus.tls.<name>}) with the root to trust; empty: AMI without TLS. */
    Optional<String> tls();

    /** Where the PBX leaves its recordings, as seen from here; empty when it shares none. */
    Optional<String> recordingsDir();

    /** Time to reach the PBX. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Time for the answer to one action. */
    @WithDefault("5s")
    Duration responseTimeout();

    /** How often we ask an idle PBX whether it is alive. */
    @WithDefault("5s")
    Duration pingEvery();

    /** A PBX that says nothing for this long, pings included, is taken for dead. */
    @WithDefault("15s")
    Duration readTimeout();

    /** The first wait before connecting again; it doubles with each failure. */
    @WithDefault("500ms")
    Duration retryFirst();

    /** The longest wait before connecting again. */
    @WithDefault("15s")
    Duration retryMost();

    /** The wait after the PBX refused name or secret: a person has to mend that. */
    @WithDefault("30s")
    Duration retryRefused();
}
