package dev.trunkline.service;

import dev.trunkline.shared.audit.AuditNames;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tickets by number and follow-ups by telephone number in the audit, with their customers. */
@Singleton
class ServiceAuditNames implements AuditNames {
    private final Pool pool;
    private final Names names;

    private record Found(
            String id, @Nullable String name, @Nullable UUID customer) {}

    ServiceAuditNames(Pool pool, Names names) {
        this.pool = pool;
        this.names = names;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Tickets.KIND, FollowUps.KIND, TicketRules.KIND);
    }

    @Override
    public Uni<Map<String, Named>> names(String kind, Collection<String> refs) {
        String sql = switch (kind) {
            case Tickets.KIND -> "select id, '#' || number as name, customer_id from ticket where id = any($1)";
            case TicketRules.KIND -> "select id, name, null::uuid from ticket_rule where id = any($1)";
            default -> "select id, phone as name, customer_id from follow_up where id = any($1)";
        };
        return pool.preparedQuery(sql)
                .execute(Tuple.tuple().addArrayOfUUID(AuditNames.ids(refs)))
                .map(rows -> {
                    List<Found> found = new ArrayList<>();
                    rows.forEach(
                            row -> found.add(new Found(row.getUUID(0).toString(), row.getString(1), row.getUUID(2))));
                    return found;
                })
                .chain(this::named);
    }

    private Uni<Map<String, Named>> named(List<Found> found) {
        return names.of(found.stream().map(Found::customer).toList(), List.of()).map(known -> {
            Map<String, Named> all = new HashMap<>();
            found.forEach(
                    one -> all.put(one.id(), new Named(one.name(), one.customer(), known.customer(one.customer()))));
            return all;
        });
    }
}
