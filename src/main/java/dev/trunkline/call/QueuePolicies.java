package dev.trunkline.call;

import java.util.Optional;
import java.util.Set;

/** Asks for queues' and DIDs' settings as they are now; implemented in {@code acd}. Never blocks; any thread may ask. */
public interface QueuePolicies {

    /** The settings of a queue, empty for a queue that only the PBX knows. */
    Optional<QueuePolicy> policy(String queue);

    /** The time within which giving up is a short abandon, in milliseconds; 0 for a queue we do not know. */
    default long shortAbandonMs(String queue) {
        return policy(queue).map(QueuePolicy::shortAbandonMs).orElse(0L);
    }

    /**
     * What to dial inside for a queue: one of its numbers.
     *
     * @param nameOrNumber the queue's name, or one of its numbers as the PBX has them; empty when there is none such, or the
     *     queue has no number
     */
    Optional<String> dialled(String nameOrNumber);

    /** The name of the queue that bears this name, or to which this number leads; empty for none. */
    Optional<String> named(String nameOrNumber);

    /** The names of the queues that can be dialled. */
    Set<String> names();

    /** The region (ISO 3166 alpha-2) in which numbers that come in by this DID are read; the house's default for others. */
    String regionOfDid(String did);
}
