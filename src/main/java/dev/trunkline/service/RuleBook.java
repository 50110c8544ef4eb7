package dev.trunkline.service;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The ticket rules in force, in the order they are tried, in memory because every call asks. Read anew after each change
 * and twice a minute, for changes made through another replica.
 */
@ApplicationScoped
class RuleBook {
    private static final String IN_FORCE =
            "select e from TicketRule e where e.enabled = true order by e.position, e.id";

    private final Mutiny.SessionFactory sessions;
    private volatile @Nullable List<RuleInForce> rules;

    RuleBook(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    Uni<List<RuleInForce>> rules() {
        List<RuleInForce> known = rules;
        return known == null ? reload() : Uni.createFrom().item(known);
    }

    Uni<List<RuleInForce>> reload() {
        return sessions.withSession(session ->
                        session.createSelectionQuery(IN_FORCE, TicketRule.class).getResultList())
                .map(found -> found.stream().map(RuleInForce::of).toList())
                .invoke(found -> rules = found);
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> again() {
        return reload().replaceWithVoid();
    }
}
