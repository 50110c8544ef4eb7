package dev.trunkline.routing;

import dev.trunkline.shared.audit.AuditNames;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Names of rules and blocked numbers in the audit. */
@Singleton
class RoutingAuditNames implements AuditNames {
    private final Pool pool;

    RoutingAuditNames(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RoutingRules.KIND, BlockedNumbers.KIND);
    }

    @Override
    public Uni<Map<String, Named>> names(String kind, Collection<String> refs) {
        return AuditNames.read(
                pool,
                RoutingRules.KIND.equals(kind)
                        ? "select id, name from routing_rule where id = any($1)"
                        : "select id, number from blocked_number where id = any($1)",
                refs);
    }
}
