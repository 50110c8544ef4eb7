package dev.trunkline.acd;

import dev.trunkline.call.QueueCommands.PbxQueue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a queue stands at the PBX.
 *
 * @param reason in the PBX's words, why it refused the settings; null otherwise
 * @param has the PBX's own account of the queue; null when it cannot be asked, or has none of the name
 * @param differs the settings that the PBX has otherwise: {@code name} when it does not have the queue at all, else of {@code
 *     strategy}, {@code maxWaiting} and {@code weight}, of which alone it gives account; empty while it cannot be asked
 */
public record QueueAtPbx(
        String name,
        State state,
        @Nullable String reason,
        @Nullable Has has,
        List<String> differs) {
    public QueueAtPbx {
        differs = List.copyOf(differs);
    }

    /** How far the PBX is with the settings. */
    @Schema(name = "QueueAtPbxState")
    public enum State {
        /** It has taken them. */
        APPLIED,
        /** It is told as soon as it can be. */
        PENDING,
        /** It does not take them, and goes on as before. */
        REFUSED,
        /** It is not told: its queues are its own ({@code trunkline.pbx.queues=own}). */
        OWN
    }

    /**
     * The PBX's account of a queue.
     *
     * @param strategy in its own word
     * @param members phones that serve it now
     * @param waiting callers who wait in it now
     */
    @Schema(name = "QueueAtPbxAccount")
    public record Has(String strategy, int maxWaiting, int weight, int members, int waiting) {
        static Has of(PbxQueue queue) {
            return new Has(queue.strategy(), queue.maxWaiting(), queue.weight(), queue.members(), queue.waiting());
        }
    }
}
