package dev.trunkline.telephony.journal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where the PBX's journal is and how patient we are with it. */
@ConfigMapping(prefix = "trunkline.pbx")
interface JournalConfig {

    /**
     * The PBX's log directory as this machine sees it, with {@code queue_log} and {@code cel-custom/cel_master.json}, or
     * {@code cel_master.json} beside it; empty when it shares none.
     */
    Optional<String> journalDir();

    /** How often the journal is looked through for calls that the link did not tell of. */
    @WithDefault("60s")
    Duration journalEvery();

    /**
     * How long the end of a call that the PBX no longer has is waited for in the journal: longer than a copy of it lags
     * behind.
     */
    @WithDefault("2s")
    Duration journalPatience();
}
