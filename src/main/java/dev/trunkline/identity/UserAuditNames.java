package dev.trunkline.identity;

import dev.trunkline.shared.audit.AuditNames;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** People in the audit; a session and an agent's state are known by whose they are. */
@Singleton
class UserAuditNames implements AuditNames {
    private final Users users;

    UserAuditNames(Users users) {
        this.users = users;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("user", "session", "agent-state");
    }

    @Override
    public Uni<Map<String, Named>> names(String kind, Collection<String> refs) {
        return users.names(List.of(AuditNames.ids(refs)))
                .map(found -> found.entrySet().stream()
                        .collect(
                                Collectors.toMap(each -> each.getKey().toString(), each -> Named.of(each.getValue()))));
    }
}
