package dev.trunkline.call;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tickets that belong to calls; implemented where tickets are kept. */
public interface CallTickets {

    /** For each of the calls that has any, its tickets' ids from the oldest. */
    Uni<Map<String, List<UUID>>> ofCalls(Collection<String> callIds);
}
