package dev.trunkline.customer;

import dev.trunkline.shared.audit.AuditNames;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Customers' names in the audit. */
@Singleton
class CustomerAuditNames implements AuditNames {
    private final CustomerDirectory customers;

    CustomerAuditNames(CustomerDirectory customers) {
        this.customers = customers;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("customer");
    }

    @Override
    public Uni<Map<String, Named>> names(String kind, Collection<String> refs) {
        return customers
                .names(List.of(AuditNames.ids(refs)))
                .map(found -> found.entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> each.getKey().toString(),
                                each -> new Named(each.getValue(), each.getKey(), each.getValue()))));
    }
}
