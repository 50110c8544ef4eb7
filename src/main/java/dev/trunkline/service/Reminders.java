package dev.trunkline.service;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says of each open follow-up, in the second in which it becomes due, that it is: domain event {@code follow-up.due}. The
 * note that it was said and the event commit together, so that it is said once by however many replicas, and neither
 * lost nor said again by one that dies. What became due while none ran is said when one runs again. Moved to another
 * time, a follow-up is due anew (a trigger of its table sees to that); its version stays, for nobody has changed it.
 */
@ApplicationScoped
class Reminders {
    /** The event's type. */
    static final String DUE = FollowUps.KIND + ".due";

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    /** More than that in one second wait for the next. */
    private static final int MOST = 200;

    /** One that is being changed, or told of by another replica, is passed over: the next second sees what came of it. */
    private static final String TAKE = """
            update follow_up set reminded_at = $1
            where id in (
                select id from follow_up where status = 'open' and due_at <= $1 and reminded_at is null
                order by due_at, id limit $2 for update skip locked)
            returning *""";

    private final Pool pool;
    private final FollowUpRows rows;
    private final ServiceEvents events;
    private final Clock clock;
    private volatile boolean failing;

    Reminders(Pool pool, FollowUpRows rows, ServiceEvents events, Clock clock) {
        this.pool = pool;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(every = "{trunkline.reminders.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return remind().invoke(told -> failing = false)
                .onFailure()
                .invoke(this::failed)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    /** Said once, not every second. */
    private void failed(Throwable failure) {
        if (!failing) {
            LOG.warn("Nobody can be reminded; tried again every second: {}", failure.toString());
        }
        failing = true;
    }

    /** Says of some that they are due; gives how many, at most {@value #MOST}. */
    Uni<Integer> remind() {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), MOST))
                .flatMap(rows::views)
                .call(due -> tell(transaction, due))
                .map(List::size));
    }

    private Uni<Void> tell(SqlConnection transaction, List<FollowUpView> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(view -> events.add(transaction, DUE, view.id(), view))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
