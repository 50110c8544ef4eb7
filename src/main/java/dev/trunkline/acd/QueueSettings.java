package dev.trunkline.acd;

import dev.trunkline.call.PbxCommands;
import dev.trunkline.call.QueuePolicies;
import dev.trunkline.call.QueuePolicy;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queues' settings as they are in force, in memory for everything that must not wait; and the recording policy at the
 * PBX, which is told of it at each change and whenever the link comes up. Read anew after each change and twice a
 * minute, for changes made through another replica.
 */
@ApplicationScoped
class QueueSettings implements QueuePolicies, QueueGoals {
    private static final Logger LOG = LoggerFactory.getLogger(QueueSettings.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Pool pool;
    private final PbxCommands pbx;
    private final String region;
    private volatile Map<String, Settings> byName = Map.of();
    private volatile Map<String, String> regions = Map.of();
    private volatile Map<String, String> numbers = Map.of();
    private volatile Map<String, String> owners = Map.of();

    private record Settings(QueuePolicy policy, QueueGoal goal, Duration wrapUp, int missedLimit, boolean recorded) {}

    QueueSettings(
            Pool pool, PbxCommands pbx, @ConfigProperty(name = "trunkline.region", defaultValue = "CN") String region) {
        this.pool = pool;
        this.pbx = pbx;
        this.region = region;
    }

    @Override
    public Optional<QueuePolicy> policy(String queue) {
        return Optional.ofNullable(byName.get(queue)).map(Settings::policy);
    }

    @Override
    public String regionOfDid(String did) {
        return regions.getOrDefault(did, region);
    }

    @Override
    public Optional<String> dialled(String nameOrNumber) {
        return regions.containsKey(nameOrNumber)
                ? Optional.of(nameOrNumber)
                : Optional.ofNullable(numbers.get(nameOrNumber));
    }

    @Override
    public Optional<String> named(String nameOrNumber) {
        return byName.containsKey(nameOrNumber)
                ? Optional.of(nameOrNumber)
                : Optional.ofNullable(owners.get(nameOrNumber));
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(numbers.keySet());
    }

    @Override
    public List<QueueGoal> goals() {
        return byName.values().stream().map(Settings::goal).toList();
    }

    /** Time for wrap-up after a call of the queue, zero for none. */
    Duration wrapUp(String queue) {
        Settings settings = byName.get(queue);
        return settings == null ? Duration.ZERO : settings.wrapUp();
    }

    /** Calls missed in a row that set an agent aside, 0 for never. */
    int missedLimit(String queue) {
        Settings settings = byName.get(queue);
        return settings == null ? 0 : settings.missedLimit();
    }

    /** Reads the settings; what changed of the recording policy goes to the PBX. */
    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> reload() {
        Uni<Map<String, Settings>> queues = pool.query("select * from queue")
                .execute()
                .map(rows -> {
                    Map<String, Settings> found = new TreeMap<>();
                    rows.forEach(row -> found.put(row.getString("name"), settings(row)));
                    return found;
                });
        Uni<Map<String, String>> dids = pool.query("select d.number, d.region, q.name from did d "
                        + "join queue q on q.id = d.queue_id order by d.number")
                .execute()
                .map(rows -> {
                    Map<String, String> found = new HashMap<>();
                    Map<String, String> firsts = new HashMap<>();
                    Map<String, String> leading = new HashMap<>();
                    rows.forEach(row -> {
                        found.put(row.getString("number"), row.getString("region"));
                        firsts.putIfAbsent(row.getString("name"), row.getString("number"));
                        leading.put(row.getString("number"), row.getString("name"));
                    });
                    numbers = firsts;
                    owners = leading;
                    return found;
                });
        return queues.flatMap(found -> dids.invoke(dialled -> {
                    Map<String, Settings> before = byName;
                    byName = found;
                    regions = dialled;
                    found.forEach((name, now) -> {
                        Settings old = before.get(name);
                        if (old == null || old.recorded() != now.recorded()) {
                            tell(name, now);
                        }
                    });
                }))
                .replaceWithVoid();
    }

    /** The link to the PBX is up: it may have forgotten, or have been told nothing while it was down. */
    void linkUp() {
        byName.forEach(this::tell);
    }

    /** The commands' connection may come up a moment later than the one that told us. */
    private void tell(String queue, Settings settings) {
        Uni.createFrom()
                .deferred(() -> pbx.setQueuePolicy(
                        queue, "record", byName.getOrDefault(queue, settings).recorded() ? "yes" : "no"))
                .onFailure(PbxCommands.PbxUnavailable.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(PATIENCE.toMillis())
                .subscribe()
                .with(
                        ignored -> {},
                        failure -> LOG.info(
                                "The PBX was not told queue {}'s recording policy; it is when the link is up: {}",
                                queue,
                                failure.getMessage()));
    }

    private static Settings settings(Row row) {
        QueuePolicy policy = new QueuePolicy(
                row.getString("name"),
                1000L * row.getInteger("short_abandon_seconds"),
                row.getBoolean("ticket_on_answered"),
                row.getString("ticket_type"),
                row.getBoolean("follow_up_on_missed"),
                row.getInteger("follow_up_due_minutes"));
        QueueGoal goal = new QueueGoal(
                row.getString("name"),
                row.getString("label"),
                row.getString("label_zh"),
                1000L * row.getInteger("short_abandon_seconds"),
                row.getInteger("service_level_seconds"),
                row.getInteger("service_level_target"),
                row.getInteger("alarm_waiting"),
                row.getInteger("alarm_longest_wait_seconds"),
                row.getBoolean("alarm_service_level"));
        return new Settings(
                policy,
                goal,
                Duration.ofSeconds(row.getInteger("wrap_up_seconds")),
                row.getInteger("missed_limit"),
                "always".equals(row.getString("recording")));
    }
}
