package dev.trunkline.routing;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force, in the order they are tried, and the block list, in memory because every call asks. Read anew after
 * each change and twice a minute, for changes made through another replica.
 */
@ApplicationScoped
class RoutingBook {
    private static final String RULES =
            "select id, name, conditions, refuse, queue, priority, last from routing_rule where enabled order by position, id";
    private static final String BLOCKED = "select number_key, prefix from blocked_number";

    private final Pool pool;
    private final RuleJson json;
    private final AtomicLong readings = new AtomicLong();
    private volatile @Nullable Pages pages;

    RoutingBook(Pool pool, RuleJson json) {
        this.pool = pool;
        this.json = json;
    }

    /**
     * What is in force.
     *
     * @param reading counted from the start; a later one knows no less
     */
    record Pages(long reading, List<Rule> rules, BlockList blocked) {
        Pages {
            rules = List.copyOf(rules);
        }
    }

    Uni<Pages> pages() {
        Pages known = pages;
        return known == null ? reload() : Uni.createFrom().item(known);
    }

    Uni<Pages> reload() {
        return Uni.createFrom().deferred(() -> read(readings.incrementAndGet())).invoke(this::open);
    }

    /** One that began earlier may be the last to end, and know less. */
    private synchronized void open(Pages read) {
        Pages known = pages;
        if (known == null || known.reading() < read.reading()) {
            pages = read;
        }
    }

    private Uni<Pages> read(long reading) {
        Uni<List<Rule>> rules = pool.query(RULES).execute().map(rows -> {
            List<Rule> found = new ArrayList<>();
            rows.forEach(row -> found.add(json.rule(row)));
            return found;
        });
        Uni<BlockList> blocked = pool.query(BLOCKED).execute().map(RoutingBook::blockList);
        return Uni.combine().all().unis(rules, blocked).with((known, unwanted) -> new Pages(reading, known, unwanted));
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> again() {
        return reload().replaceWithVoid();
    }

    private static BlockList blockList(RowSet<Row> rows) {
        Set<String> numbers = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        rows.forEach(row -> (row.getBoolean("prefix") ? prefixes : numbers).add(row.getString("number_key")));
        return new BlockList(numbers, prefixes);
    }
}
