package dev.trunkline.call.tracking;

import dev.trunkline.call.QueuePolicies;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The fold's rules as this house has them: from configuration and from the queues' settings. */
@Singleton
final class TrackingRules {
    /** For callers who give up before they reach a queue. */
    private static final long SHORT_BEFORE_QUEUE_MS = 5_000;

    private final CallRules rules;

    /**
     * Reads the configuration.
     *
     * @param agents regular expression for the endpoint names of agents' phones
     * @param trunkContext the dialplan context where customers come in
     */
    TrackingRules(
            @ConfigProperty(name = "trunkline.pbx.agent-endpoints", defaultValue = "[0-9]{2,6}") String agents,
            @ConfigProperty(name = "trunkline.pbx.trunk-context", defaultValue = "from-trunk") String trunkContext,
            QueuePolicies queues) {
        rules = new CallRules(
                Pattern.compile(agents).asMatchPredicate(),
                trunkContext::equals,
                queue -> queue == null ? SHORT_BEFORE_QUEUE_MS : queues.shortAbandonMs(queue));
    }

    CallRules rules() {
        return rules;
    }
}
