package dev.trunkline.telephony;

import java.time.Instant;
import java.util.Set;

/**
 * A time in which the PBX was not heard, as the PBX's own list of calls leaves it.
 *
 * @param at when the link was up again, by the PBX's clock
 * @param listed calls that the PBX has
 * @param vanished calls that were held as open and that the PBX no longer has
 */
public record Gap(String pbx, Instant at, Set<String> listed, Set<String> vanished) {
    public Gap {
        listed = Set.copyOf(listed);
        vanished = Set.copyOf(vanished);
    }
}
