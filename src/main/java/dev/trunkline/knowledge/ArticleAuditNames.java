package dev.trunkline.knowledge;

import dev.trunkline.shared.audit.AuditNames;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Articles' titles in the audit. */
@Singleton
class ArticleAuditNames implements AuditNames {
    private final Pool pool;

    ArticleAuditNames(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Articles.KIND);
    }

    @Override
    public Uni<Map<String, Named>> names(String kind, Collection<String> refs) {
        return AuditNames.read(pool, "select id, title from article where id = any($1)", refs);
    }
}
