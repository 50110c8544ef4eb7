package dev.trunkline.operation;

import dev.trunkline.shared.json.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows in {@code /q/health} what is amiss, in the words of the administrators' page. It never takes the service out of
 * rotation: whatever is found, another start would not mend it.
 */
@Readiness
@ApplicationScoped
class SystemHealth implements HealthCheck {
    private final SystemWatch watch;

    SystemHealth(SystemWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        List<Finding> findings = watch.findings();
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("System").up().withData("state", Words.of(Findings.state(findings)));
        watch.figures().forEach((name, figure) -> answer.withData(name, figure));
        if (!findings.isEmpty()) {
            answer.withData(
                    "findings",
                    findings.stream().map(finding -> Words.of(finding.code())).collect(Collectors.joining(" ")));
        }
        return answer.build();
    }
}
