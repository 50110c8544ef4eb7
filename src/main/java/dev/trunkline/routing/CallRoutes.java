package dev.trunkline.routing;

import dev.trunkline.shared.json.Words;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps with each call where the PBX was told to put it and why; apart from the call, which is written later. */
@ApplicationScoped
class CallRoutes implements CallPriorities {
    private static final Logger LOG = LoggerFactory.getLogger(CallRoutes.class);

    /** More than so many on their way to the database are not waited with: what is kept matters less than calls. */
    private static final int MOST = 1_000;

    private static final String KEEP = """
            insert into call_route (call_id, at, did, outcome, queue, priority, refusal, reasons)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (call_id) do nothing""";

    private static final String URGENT =
            "select call_id, priority from call_route where call_id = any($1) and priority > 0";

    private final Pool pool;
    private final RuleJson json;
    private final RoutingMeters meters;
    private final Clock clock;
    private final AtomicInteger underWay = new AtomicInteger();

    CallRoutes(Pool pool, RuleJson json, RoutingMeters meters, Clock clock) {
        this.pool = pool;
        this.json = json;
        this.meters = meters;
        this.clock = clock;
    }

    /** Never blocks; the first route of a call counts. */
    void keep(String callId, String did, RouteOutcome outcome, Route route) {
        if (underWay.incrementAndGet() > MOST) {
            underWay.decrementAndGet();
            meters.unkept();
            return;
        }
        pool.preparedQuery(KEEP)
                .execute(Tuple.from(new @Nullable Object[] {
                    callId,
                    clock.instant().atOffset(ZoneOffset.UTC),
                    did,
                    Words.of(outcome),
                    route.queue(),
                    route.priority(),
                    Words.ofNullable(route.refusal()),
                    json.write(route.reasons())
                }))
                .onTermination()
                .invoke(underWay::decrementAndGet)
                .subscribe()
                .with(kept -> {}, failure -> {
                    meters.unkept();
                    LOG.warn("Why call {} went where it did was not kept", callId, failure);
                });
    }

    /** Empty for a call that nobody asked about. */
    Uni<Optional<CallRouteView>> of(String callId) {
        return pool.preparedQuery("select * from call_route where call_id = $1")
                .execute(Tuple.of(callId))
                .map(rows -> {
                    var each = rows.iterator();
                    return each.hasNext() ? Optional.of(view(each.next())) : Optional.empty();
                });
    }

    @Override
    public Uni<Map<String, Integer>> of(Set<String> callIds) {
        return pool.preparedQuery(URGENT)
                .execute(Tuple.of(callIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Integer> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getString(0), row.getInteger(1)));
                    return found;
                });
    }

    private CallRouteView view(Row row) {
        return new CallRouteView(
                row.getOffsetDateTime("at").toInstant(),
                row.getString("did"),
                Words.parse(RouteOutcome.class, row.getString("outcome"), "outcome"),
                row.getString("queue"),
                row.getInteger("priority"),
                RuleJson.refusal(row.getString("refusal")),
                json.reasons(row.getString("reasons")));
    }
}
