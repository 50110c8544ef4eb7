package dev.trunkline.boot.demo;

import dev.trunkline.call.Call;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of the demo's history with what is known beside it.
 *
 * @param key the far end's number in normal form, null when withheld or a colleague's
 * @param customer whom the call was with, null when not known
 * @param chosen whether the agent had to say so, the number being shared
 * @param wrapMs the agent's time after the call, null for none
 * @param topic what was talked about, null when nobody talked
 * @param chinese in which language
 */
record PastCall(
        Call call,
        @Nullable String key,
        @Nullable DemoCustomer customer,
        boolean chosen,
        @Nullable Long wrapMs,
        @Nullable Topic topic,
        boolean chinese) {

    Instant endedAt() {
        return Objects.requireNonNull(call.endedAt());
    }

    /** When the agent had done with it. */
    Instant doneAt() {
        return wrapMs == null ? endedAt() : endedAt().plusMillis(wrapMs);
    }

    /** The extension of who talked last, null when nobody did. */
    @Nullable
    String agent() {
        return call.segments().isEmpty() ? null : call.agents().getLast();
    }

    boolean inbound() {
        return call.direction() == Call.Direction.INBOUND;
    }

    boolean answered() {
        return call.outcome() == Call.Outcome.ANSWERED;
    }

    /** A caller whom nobody took, though he waited: short abandons are not. */
    boolean missed() {
        return inbound() && (call.outcome() == Call.Outcome.ABANDONED || call.outcome() == Call.Outcome.OVERFLOWED);
    }
}
