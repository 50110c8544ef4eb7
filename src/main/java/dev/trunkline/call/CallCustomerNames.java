package dev.trunkline.call;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What customers are called; implemented where customers are kept. */
public interface CallCustomerNames {

    /** Names of those of the customers that there are. */
    Uni<Map<UUID, String>> names(Collection<UUID> customerIds);
}
