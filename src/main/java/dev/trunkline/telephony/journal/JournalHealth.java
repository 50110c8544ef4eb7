package dev.trunkline.telephony.journal;

import dev.trunkline.telephony.JournalReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
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
    private final JournalWatch watch;

    JournalHealth(JournalWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        JournalReport now = watch.report();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("PBX journal")
                .up()
                .withData("state", now.state().name().toLowerCase(Locale.ROOT));
        if (now.state() == JournalReport.State.NONE) {
            return answer.withData("detail", "no trunkline.pbx.journal-dir: what is missed is not recovered")
                    .build();
        }
        answer.withData("lagMs", now.lagMs())
                .withData("recovered", now.added() + now.mended())
                .withData("badLines", now.badLines());
        if (now.detail() != null) {
            answer.withData("detail", now.detail());
        }
        if (now.readAt() != null) {
            answer.withData("readAt", now.readAt().toString());
        }
        if (now.watermark() != null) {
            answer.withData("watermark", now.watermark().toString());
        }
        return answer.build();
    }
}
