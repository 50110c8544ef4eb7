package dev.trunkline.call.tracking;

import dev.trunkline.call.CallConfig;
import dev.trunkline.call.QueuePolicies;
import jakarta.inject.Singleton;

/** The fold's rules as this house has them: from configuration and from the queues' settings. */
@Singleton
final class TrackingRules {
    /** For callers who give up before they reach a queue. */
    private static final long SHORT_BEFORE_QUEUE_MS = 5_000;

    private final CallRules rules;

    TrackingRules(CallConfig config, QueuePolicies queues) {
        rules = new CallRules(
                CallRules.agents(config.agentEndpoints()),
                config.trunkContext()::equals,
                queue -> queue == null ? SHORT_BEFORE_QUEUE_MS : queues.shortAbandonMs(queue));
    }

    CallRules rules() {
        return rules;
    }
}
