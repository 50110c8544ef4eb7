package dev.trunkline.routing;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;

/** Which callers go before others. */
public interface CallPriorities {
    /** The priority of each of the calls that was given one above the usual; the highest is served first. */
    Uni<Map<String, Integer>> of(Set<String> callIds);
}
