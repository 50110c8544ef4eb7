package dev.trunkline.acd;

import dev.trunkline.call.PbxCommands;
import dev.trunkline.call.QueueDefinition;
import dev.trunkline.call.QueuePolicies;
import dev.trunkline.call.QueuePolicy;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final PbxQueues pbxQueues;
    private final String region;
    private volatile Map<String, Settings> byName = Map.of();
    private volatile QueueNumbers numbers = QueueNumbers.NONE;
    private final AtomicLong readings = new AtomicLong();
    private long newest;

    private record Settings(
            QueuePolicy policy,
            QueueGoal goal,
            QueueDefinition definition,
            Duration wrapUp,
            int missedLimit,
            boolean recorded) {}

    QueueSettings(
            Pool pool,
            PbxCommands pbx,
            PbxQueues pbxQueues,
            @ConfigProperty(name = "trunkline.region", defaultValue = "CN") String region) {
        this.pool = pool;
        this.pbx = pbx;
        this.pbxQueues = pbxQueues;
        this.region = region;
    }

    @Override
    public Optional<QueuePolicy> policy(String queue) {
        return Optional.ofNullable(byName.get(queue)).map(Settings::policy);
    }

    @Override
    public String regionOfDid(String did) {
        return numbers.regions().getOrDefault(did, region);
    }

    @Override
    public Optional<String> dialled(String nameOrNumber) {
        return numbers.regions().containsKey(nameOrNumber)
                ? Optional.of(nameOrNumber)
                : Optional.ofNullable(numbers.firsts().get(nameOrNumber));
    }

    @Override
    public Optional<String> named(String nameOrNumber) {
        return byName.containsKey(nameOrNumber)
                ? Optional.of(nameOrNumber)
                : Optional.ofNullable(numbers.owners().get(nameOrNumber));
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(numbers.firsts().keySet());
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

    /** Reads the settings; what changed of them for the PBX goes there. */
    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> reload() {
        long reading = readings.incrementAndGet();
        Uni<Map<String, Settings>> queues = pool.query("select * from queue")
                .execute()
                .map(rows -> {
                    Map<String, Settings> found = new TreeMap<>();
                    rows.forEach(row -> found.put(row.getString("name"), settings(row)));
                    return found;
                });
        return queues.flatMap(found -> pool.query(QueueNumbers.QUERY)
                        .execute()
                        .map(QueueNumbers::read)
                        .invoke(dialled -> inForce(reading, found, dialled)))
                .replaceWithVoid();
    }

    /** What was read before something else that is in force already is old news. */
    private synchronized void inForce(long reading, Map<String, Settings> found, QueueNumbers dialled) {
        if (reading < newest) {
            return;
        }
        newest = reading;
        Map<String, Settings> before = byName;
        byName = found;
        numbers = dialled;
        pbxQueues.want(definitions(found), dialled.leading());
        found.forEach((name, now) -> {
            Settings old = before.get(name);
            if (old == null || old.recorded() != now.recorded()) {
                tell(name, now);
            }
        });
    }

    /** The link to the PBX is up: it may have forgotten, or have been told nothing while it was down. */
    void linkUp() {
        byName.forEach(this::tell);
        // As it is now: what another replica has told the PBX meanwhile is not taken back.
        reload().subscribe().with(ignored -> pbxQueues.linkUp(), failure -> pbxQueues.linkUp());
    }

    private static Map<String, QueueDefinition> definitions(Map<String, Settings> settings) {
        return settings.values().stream()
                .map(Settings::definition)
                .collect(Collectors.toMap(QueueDefinition::name, Function.identity()));
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
                DefinitionRow.read(row),
                Duration.ofSeconds(row.getInteger("wrap_up_seconds")),
                row.getInteger("missed_limit"),
                "always".equals(row.getString("recording")));
    }
}
