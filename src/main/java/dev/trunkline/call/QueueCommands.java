package dev.trunkline.call;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What is asked of a PBX for its queues and numbers themselves; implemented in {@code telephony.ami}. Blocking, failures and
 * refused values as in {@link PbxCommands}.
 */
public interface QueueCommands {

    /**
     * Makes the queue, or changes it, at once and for good. Who waits in it, who talks and who serves it stay. In a queue that
     * is there {@link QueueDefinition.Strategy#LINEAR} is a fixed order of the PBX's own until that starts anew, and only then
     * the order in which members came.
     */
    Uni<Void> define(QueueDefinition queue);

    /** From now on callers of the number come to the queue. */
    Uni<Void> route(String number, String queue);

    /** The number is none of ours any more. */
    Uni<Void> unroute(String number);

    /** The queues as the PBX has them. */
    Uni<List<PbxQueue>> queues();

    /**
     * What the PBX says of a queue.
     *
     * @param strategy in its own word, which may be none of ours
     */
    record PbxQueue(String name, String strategy, int maxWaiting, int weight, int members, int waiting) {}
}
