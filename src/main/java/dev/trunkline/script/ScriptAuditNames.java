package dev.trunkline.script;

import dev.trunkline.shared.audit.AuditNames;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Scripts' names in the audit. */
@Singleton
class ScriptAuditNames implements AuditNames {
    private final Pool pool;

    ScriptAuditNames(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Scripts.KIND);
    }

    @Override
    public Uni<Map<String, Named>> names(String kind, Collection<String> refs) {
        return AuditNames.read(pool, "select id, name from script where id = any($1)", refs);
    }
}
