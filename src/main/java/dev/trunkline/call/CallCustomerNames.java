package dev.trunkline.call;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What customers and their contacts are called; implemented where customers are kept. */
public interface CallCustomerNames {

    /** Names of those of the customers that there are. */
    Uni<Map<UUID, String>> names(Collection<UUID> customerIds);

    /** Names of the contacts of these customers, by the contact; those without a name are left out. */
    Uni<Map<UUID, String>> contacts(Collection<UUID> customerIds);
}
