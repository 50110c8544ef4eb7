package dev.trunkline.report;

import dev.trunkline.acd.Agents;
import dev.trunkline.acd.QueueGoal;
import dev.trunkline.acd.QueueGoals;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Scope;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader's reports reach, as on the live board: everything, or a team's agents and those of no team, the queues
 * that these serve and the queues that nobody serves.
 */
@ApplicationScoped
class Reach {
    /** People who left are in the reports of the time when they were there. */
    private static final String PEOPLE = """
            select u.extension, u.name, u.team_id, t.name from app_user u left join team t on t.id = u.team_id
            where u.extension is not null order by u.extension""";

    private final Agents agents;
    private final QueueGoals goals;
    private final Pool pool;

    Reach(Agents agents, QueueGoals goals, Pool pool) {
        this.agents = agents;
        this.goals = goals;
        this.pool = pool;
    }

    /** Somebody with a phone. */
    record Worker(
            String extension,
            String name,
            @Nullable UUID teamId,
            @Nullable String teamName) {}

    /**
     * The queues that the reader sees, by label.
     *
     * @param only their names, empty for all
     * @throws Problem 422 naming the one that is not there
     */
    List<QueueGoal> queues(Reader reader, Set<String> only) {
        Set<String> served = new HashSet<>();
        Set<String> others = new HashSet<>();
        agents.all().forEach(agent -> (sees(reader, agent.teamId()) ? served : others).addAll(agent.queues()));
        others.removeAll(served);
        List<QueueGoal> seen = goals.goals().stream()
                .filter(queue -> !others.contains(queue.name()))
                .sorted(Comparator.comparing(QueueGoal::label, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(QueueGoal::name))
                .toList();
        return narrowed(seen, QueueGoal::name, only, "queue");
    }

    /**
     * The agents whom the reader sees, by name.
     *
     * @param only their extensions, empty for all
     * @throws Problem 422 naming the one who is not there
     */
    Uni<List<Worker>> workers(Reader reader, Set<String> only) {
        return pool.preparedQuery(PEOPLE).execute().map(rows -> {
            List<Worker> seen = new ArrayList<>();
            rows.forEach(row -> {
                Worker worker = new Worker(row.getString(0), row.getString(1), row.getUUID(2), row.getString(3));
                if (sees(reader, worker.teamId())) {
                    seen.add(worker);
                }
            });
            seen.sort(Comparator.comparing(Worker::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(Worker::extension));
            return narrowed(seen, Worker::extension, only, "agent");
        });
    }

    private static boolean sees(Reader reader, @Nullable UUID team) {
        return reader.scopeOf(Permission.REPORTS) == Scope.ALL || team == null || team.equals(reader.teamId());
    }

    private static <T> List<T> narrowed(List<T> seen, Function<T, String> key, Set<String> only, String field) {
        Set<String> unknown = new HashSet<>(only);
        seen.forEach(one -> unknown.remove(key.apply(one)));
        if (!unknown.isEmpty()) {
            String name = unknown.stream().sorted().findFirst().orElseThrow();
            throw Problem.invalid(field, "unknown-" + field, "there is no %s %s".formatted(field, shortened(name)));
        }
        return only.isEmpty()
                ? seen
                : seen.stream().filter(one -> only.contains(key.apply(one))).toList();
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80);
    }
}
