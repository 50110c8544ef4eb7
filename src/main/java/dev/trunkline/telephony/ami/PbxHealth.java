package dev.trunkline.telephony.ami;

import dev.trunkline.telephony.PbxReport;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows the link to the PBX in {@code /q/health}. It never takes the service out of rotation: without telephones the rest
 * of it is still of use, and only the PBX's administrator can mend a refused secret.
 */
@Readiness
@ApplicationScoped
class PbxHealth implements HealthCheck {
    private final AmiWatch watch;

    PbxHealth(AmiWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        PbxReport now = watch.report();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("PBX link")
                .up()
                .withData("state", now.events().state().name())
                .withData("since", now.events().since().toString())
                .withData("pbx", now.name())
                .withData("simulated", now.simulated())
                .withData("actions", now.actions().state().name())
                .withData("reconnects", now.events().reconnects())
                .withData("resyncs", now.resyncs().count())
                .withData("waiting", now.buffer().waiting())
                .withData("capacity", now.buffer().capacity())
                .withData("overflows", now.buffer().overflows());
        if (now.clockAheadMs() != null) {
            answer.withData("clockAheadMs", now.clockAheadMs());
        }
        if (now.events().detail() != null) {
            answer.withData("detail", now.events().detail());
        }
        if (now.actions().detail() != null) {
            answer.withData("actionsDetail", now.actions().detail());
        }
        return answer.build();
    }
}
