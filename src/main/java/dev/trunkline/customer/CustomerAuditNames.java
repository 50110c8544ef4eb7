package dev.trunkline.customer;

import dev.trunkline.shared.audit.AuditNames;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What customers, their addresses and the notes about them are called in the audit: the latter by their customer. */
@Singleton
class CustomerAuditNames implements AuditNames {
    private static final String PARTS =
            "select p.id, c.id, c.name from %s p join customer c on c.id = p.customer_id where p.id = any($1)";

    /** Tables of what belongs to a customer and has no name of its own, by kind. */
    private static final Map<String, String> TABLES =
            Map.of(CustomerNotes.KIND, "customer_note", CustomerAddresses.KIND, "customer_address");

    private final CustomerDirectory customers;
    private final Pool pool;

    CustomerAuditNames(CustomerDirectory customers, Pool pool) {
        this.customers = customers;
        this.pool = pool;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("customer", CustomerNotes.KIND, CustomerAddresses.KIND);
    }

    @Override
    public Uni<Map<String, Named>> names(String kind, Collection<String> refs) {
        String table = TABLES.get(kind);
        if (table != null) {
            return ofParts(table, refs);
        }
        return customers
                .names(List.of(AuditNames.ids(refs)))
                .map(found -> found.entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> each.getKey().toString(),
                                each -> new Named(each.getValue(), each.getKey(), each.getValue()))));
    }

    private Uni<Map<String, Named>> ofParts(String table, Collection<String> refs) {
        return pool.preparedQuery(PARTS.formatted(table))
                .execute(Tuple.tuple().addArrayOfUUID(AuditNames.ids(refs)))
                .map(rows -> {
                    Map<String, Named> names = new HashMap<>();
                    rows.forEach(row ->
                            names.put(row.getUUID(0).toString(), new Named(null, row.getUUID(1), row.getString(2))));
                    return names;
                });
    }
}
