package dev.trunkline.telephony.journal;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows the PBX's journal in {@code /q/health}. It never takes the service out of rotation: without it calls are still
 * tracked, and what is missed during an outage is missed.
 */
@Readiness
@ApplicationScoped
class JournalHealth implements HealthCheck {
    private final JournalConfig config;
    private final JournalMeters meters;

    JournalHealth(JournalConfig config, JournalMeters meters) {
        this.config = config;
        this.meters = meters;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("PBX journal").up();
        if (config.journalDir().isEmpty()) {
            return answer.withData("state", "none")
                    .withData("detail", "no trunkline.pbx.journal-dir: what is missed is not recovered")
                    .build();
        }
        String problem = meters.problem();
        answer.withData("state", problem == null ? "ok" : "unreadable");
        if (problem != null) {
            answer.withData("detail", problem);
        }
        Recovery last = meters.last();
        if (last != null) {
            answer.withData("readAt", last.at().toString())
                    .withData("since", last.since().toString())
                    .withData("badLines", last.badLines());
            if (last.until() != null) {
                answer.withData("until", last.until().toString());
            }
        }
        return answer.build();
    }
}
