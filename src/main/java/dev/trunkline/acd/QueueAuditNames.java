package dev.trunkline.acd;

import dev.trunkline.shared.audit.AuditNames;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Queues in the audit, by the name the PBX knows them by. */
@Singleton
class QueueAuditNames implements AuditNames {
    private final Pool pool;

    QueueAuditNames(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("queue");
    }

    @Override
    public Uni<Map<String, Named>> names(String kind, Collection<String> refs) {
        return AuditNames.read(pool, "select id, name from queue where id = any($1)", refs);
    }
}
