package dev.trunkline.telephony.journal;

import dev.trunkline.shared.watch.Watched;
import dev.trunkline.telephony.JournalReport;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells how the PBX's journal is doing. */
@ApplicationScoped
class JournalWatch implements Watched<JournalReport> {
    private final JournalConfig config;
    private final JournalMeters meters;

    JournalWatch(JournalConfig config, JournalMeters meters) {
        this.config = config;
        this.meters = meters;
    }

    @Override
    public JournalReport report() {
        return meters.report(config.journalDir().orElse(null));
    }
}
