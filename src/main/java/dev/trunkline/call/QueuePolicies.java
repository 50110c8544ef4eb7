package dev.trunkline.call;

import java.util.Optional;

/** Asks for queues' and DIDs' settings as they are now; implemented in {@code acd}. Never blocks; any thread may ask. */
public interface QueuePolicies {

    /** The settings of a queue, empty for a queue that only the PBX knows. */
    Optional<QueuePolicy> policy(String queue);

    /** The time within which giving up is a short abandon, in milliseconds; 0 for a queue we do not know. */
    default long shortAbandonMs(String queue) {
        return policy(queue).map(QueuePolicy::shortAbandonMs).orElse(0L);
    }

    /** The region (ISO 3166 alpha-2) in which numbers that come in by this DID are read; the house's default for others. */
    String regionOfDid(String did);
}
