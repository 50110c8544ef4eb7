package dev.trunkline.report;

import dev.trunkline.report.AgentCount.Offers;
import dev.trunkline.report.AgentCount.States;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Asks the database what agents did. An offer counts in the interval in which the phone began to ring, a call in the one in
 * which the agent began to talk, with all that followed; of the time in a state each interval has its own part.
 */
@ApplicationScoped
class AgentFacts {
    private static final String OFFERS = """
            select width_bucket(o.at, $1::timestamptz[]) as n, o.agent, count(*)::int as offered,
                count(*) filter (where o.outcome = 'answered')::int as answered,
                count(*) filter (where o.outcome in ('no-answer', 'busy'))::int as missed
            from call_offer o where o.at >= $2 and o.at < $3 and o.agent = any($4) group by 1, 2""";

    private static final String PARTS = """
            select width_bucket(p.began_at, $1::timestamptz[]) as n, p.agent, count(*)::int as calls,
                count(*) filter (where p.direction = 'outbound')::int as outbound,
                count(*) filter (where p.transferred)::int as transferred, sum(p.talk_ms)::bigint as talk,
                coalesce(sum(p.hold_ms), 0)::bigint as hold, coalesce(sum(p.wrap_ms), 0)::bigint as wrap
            from call_part p
            where p.began_at >= $2 and p.began_at < $3 and p.agent = any($4) and p.direction <> 'internal' group by 1, 2""";

    private static final String RESOLVED = """
            select width_bucket(v.joined_at, $1::timestamptz[]) as n, v.agent, count(*)::int as known,
                count(*) filter (where v.again_at < v.started_at + interval '7 days')::int as again
            from call_visit v
            where v.joined_at >= $2 and v.joined_at < $3 and v.agent = any($4) and v.outcome = 'answered'
                and v.party is not null
            group by 1, 2""";

    /** Nobody is in another state than offline for a week on end, so that not all of the past is looked at. */
    private static final String STATES = """
            with spent as (
                select l.agent, l.state, greatest(l.began_at, $2) as began, least(l.ended_at, $3) as ended
                from agent_state_log l
                where l.began_at < $3 and l.ended_at > $2 and l.began_at > $2::timestamptz - interval '7 days'
                    and l.state <> 'offline' and l.agent = any($4)
                union all
                select u.extension, s.state, greatest(s.since, $2), least($5, $3)
                from agent_state s join app_user u on u.id = s.user_id
                where s.state <> 'offline' and s.since < least($5, $3) and $5 > $2 and u.extension = any($4)
            ), part as (
                select n, agent, state, extract(epoch from least(ended, ($1::timestamptz[])[n + 1])
                    - greatest(began, ($1::timestamptz[])[n])) * 1000 as ms
                from spent cross join lateral generate_series(
                    width_bucket(began, $1::timestamptz[]),
                    least(width_bucket(ended, $1::timestamptz[]), cardinality($1::timestamptz[]) - 1)) n
            )
            select n, agent, coalesce(sum(ms) filter (where state = 'available'), 0)::bigint as available,
                coalesce(sum(ms) filter (where state = 'ringing'), 0)::bigint as ringing,
                coalesce(sum(ms) filter (where state = 'on-call'), 0)::bigint as on_call,
                coalesce(sum(ms) filter (where state = 'wrap-up'), 0)::bigint as wrap_up,
                coalesce(sum(ms) filter (where state = 'break'), 0)::bigint as break
            from part group by 1, 2""";

    private final Pool pool;
    private final Clock clock;

    AgentFacts(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** What the agents did in the span, by extension. */
    Uni<Fold<AgentCount>> of(Span span, List<String> extensions) {
        String[] who = extensions.toArray(String[]::new);
        Tuple now = span.tuple().addValue(who).addValue(clock.instant().atOffset(ZoneOffset.UTC));
        return Uni.combine()
                .all()
                .unis(
                        ask(OFFERS, span.tuple().addValue(who)),
                        ask(PARTS, span.tuple().addValue(who)),
                        ask(RESOLVED, span.tuple().addValue(who)),
                        ask(STATES, now))
                .with((offers, parts, resolved, states) -> {
                    Fold<AgentCount> fold = new Fold<>(span, AgentCount.NONE);
                    offers.forEach(row -> add(fold, row, offers(row)));
                    parts.forEach(row -> add(fold, row, part(row)));
                    resolved.forEach(row -> add(fold, row, resolved(row)));
                    states.forEach(row -> add(fold, row, AgentCount.NONE.with(states(row))));
                    return fold;
                });
    }

    private Uni<RowSet<Row>> ask(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values);
    }

    private static void add(Fold<AgentCount> fold, Row row, AgentCount count) {
        fold.add(row.getInteger("n") - 1, row.getString("agent"), count);
    }

    private static AgentCount offers(Row row) {
        return AgentCount.NONE.with(
                new Offers(row.getInteger("offered"), row.getInteger("answered"), row.getInteger("missed")));
    }

    private static AgentCount part(Row row) {
        Handling handling =
                new Handling(row.getInteger("calls"), row.getLong("talk"), row.getLong("hold"), row.getLong("wrap"));
        return new AgentCount(
                Offers.NONE, handling, row.getInteger("outbound"), row.getInteger("transferred"), 0, 0, States.NONE);
    }

    private static States states(Row row) {
        return new States(
                row.getLong("available"),
                row.getLong("ringing"),
                row.getLong("on_call"),
                row.getLong("wrap_up"),
                row.getLong("break"));
    }

    private static AgentCount resolved(Row row) {
        return new AgentCount(
                Offers.NONE, Handling.NONE, 0, 0, row.getInteger("known"), row.getInteger("again"), States.NONE);
    }
}
