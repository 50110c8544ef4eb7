package dev.trunkline.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What must be known of a PBX to understand its calls. */
@ConfigMapping(prefix = "trunkline.pbx")
public interface CallConfig {

    /** The PBX's recording directory as this machine sees it; without it recordings are missing. */
    Optional<String> recordingsDir();

    /**
     * Regular expression for the endpoint names of agents' phones; its first group, where it has one, is the extension.
     * The browser's endpoint is called like the desk phone's with {@code -web}.
     */
    @WithDefault("([0-9]{2,6})(-web)?")
    String agentEndpoints();

    /** The dialplan context where customers come in, whatever their channel is called. */
    @WithDefault("from-trunk")
    String trunkContext();
}
