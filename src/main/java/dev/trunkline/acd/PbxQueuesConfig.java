package dev.trunkline.acd;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whose the PBX's queues are. */
@ConfigMapping(prefix = "trunkline.pbx")
public interface PbxQueuesConfig {

    /** Whether queues and numbers set in the page are written into the PBX, or it keeps its own. */
    @WithDefault("managed")
    Owner queues();

    /** Who says how a queue works. */
    enum Owner {
        MANAGED,
        OWN
    }
}
