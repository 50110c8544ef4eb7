package dev.trunkline.service;

import dev.trunkline.call.CallCustomerNames;
import dev.trunkline.identity.Users;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What customers and users are called, for many views at once. */
@Singleton
class Names {
    private final CallCustomerNames customers;
    private final Users users;

    /** Names found; those that are not there any more have none. */
    record Known(Map<UUID, String> customers, Map<UUID, String> users) {
        @Nullable
        String customer(@Nullable UUID id) {
            return id == null ? null : customers.get(id);
        }

        @Nullable
        String user(@Nullable UUID id) {
            return id == null ? null : users.get(id);
        }
    }

    Names(CallCustomerNames customers, Users users) {
        this.customers = customers;
        this.users = users;
    }

    Uni<Known> of(Collection<? extends @Nullable UUID> customerIds, Collection<? extends @Nullable UUID> userIds) {
        Set<UUID> ofCustomers = some(customerIds);
        Uni<Map<UUID, String>> found =
                ofCustomers.isEmpty() ? Uni.createFrom().item(Map.of()) : customers.names(ofCustomers);
        return found.flatMap(byCustomer -> users.names(some(userIds)).map(byUser -> new Known(byCustomer, byUser)));
    }

    /** Text in which {@code like ... escape '!'} finds nothing but itself. */
    static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Set<UUID> some(Collection<? extends @Nullable UUID> ids) {
        return ids.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }
}
