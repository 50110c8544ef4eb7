package dev.trunkline.telephony.ami;

import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState;
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
    private final PbxLink link;

    PbxHealth(PbxLink link) {
        this.link = link;
    }

    @Override
    public HealthCheckResponse call() {
        PbxState.Link now = link.current();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("PBX link")
                .up()
                .withData("state", now.state().name())
                .withData("since", now.at().toString())
                .withData("pbx", now.pbx())
                .withData("simulated", link.simulated());
        if (now.detail() != null) {
            answer.withData("detail", now.detail());
        }
        return answer.build();
    }
}
