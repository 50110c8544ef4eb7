package dev.trunkline.call;

import java.time.Instant;
import java.util.List;

/**
 * What a PBX's own journal tells of a call, in the words of the live link.
 *
 * @param events in the order they happened
 * @param lastAt when the last of it was written, by the PBX's clock
 * @param over whether the PBX no longer has the call: the journal closed it, or the PBX failed under it
 */
public record CallAccount(String pbx, String callId, List<CallEvent> events, Instant lastAt, boolean over) {
    public CallAccount {
        events = List.copyOf(events);
    }
}
