package dev.trunkline.routing;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.FlushMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** In which order rules are tried. Rules change one at a time, so that what is checked of all of them together holds. */
@Singleton
class RuleOrder {
    private static final String TURN =
            "select count(*) from (select pg_advisory_xact_lock(hashtext('routing-rule'))) turn";
    private static final String ALL = "select e from RoutingRule e order by e.position, e.id";

    private final Mutiny.SessionFactory sessions;
    private final RuleJson json;
    private final Audit audit;
    private final Clock clock;

    RuleOrder(Mutiny.SessionFactory sessions, RuleJson json, Audit audit, Clock clock) {
        this.sessions = sessions;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** All rules in their order; until the end of the transaction nobody else changes one. */
    Uni<List<RoutingRule>> locked(Mutiny.Session session) {
        // What was changed here must not be written before it is known to be right.
        return session.createNativeQuery(TURN, Long.class)
                .setFlushMode(FlushMode.MANUAL)
                .getSingleResult()
                .chain(() -> session.createSelectionQuery(ALL, RoutingRule.class)
                        .setFlushMode(FlushMode.MANUAL)
                        .getResultList());
    }

    /**
     * Insists that every rule that is on is tried for somebody.
     *
     * @param rules in their order
     */
    void requireReachable(List<RoutingRule> rules) {
        List<Rule> before = new ArrayList<>();
        for (RoutingRule kept : rules) {
            if (kept.enabled) {
                Rule rule = json.rule(kept);
                Rule hiding = RuleCheck.hiding(before, rule);
                if (hiding != null) {
                    throw Problem.of(
                            409,
                            "rule-hidden",
                            "A rule that is never tried",
                            hiding.name() + " lets nobody through to " + rule.name(),
                            Map.of("hidden", rule.name(), "by", hiding.name()));
                }
                before.add(rule);
            }
        }
    }

    /** Puts the rules into this order; fails with 409 unless it names each of them once. */
    Uni<Void> set(Reader reader, List<UUID> ids) {
        reader.require(Permission.ROUTING_WRITE);
        return sessions.withTransaction(session -> locked(session).chain(there -> {
            Map<UUID, RoutingRule> byId = new HashMap<>();
            there.forEach(rule -> byId.put(rule.id(), rule));
            if (ids.size() != there.size() || !byId.keySet().equals(Set.copyOf(ids))) {
                throw Problem.conflict("other-rules", "The rules are not those that there are now");
            }
            List<RoutingRule> ordered = ids.stream().map(byId::get).toList();
            requireReachable(ordered);
            for (int i = 0; i < ordered.size(); i++) {
                RoutingRule rule = ordered.get(i);
                if (rule.position != i + 1) {
                    rule.position = i + 1;
                    rule.touch(clock.instant());
                }
            }
            List<String> words = ids.stream().map(UUID::toString).toList();
            return session.flush()
                    .chain(() -> audit.record(
                            session,
                            reader,
                            "reordered",
                            RoutingRules.KIND,
                            "all",
                            new JsonObject().put("order", new JsonArray(words))));
        }));
    }
}
