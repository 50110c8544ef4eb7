package dev.trunkline.supervision;

import dev.trunkline.acd.QueueGoal;
import dev.trunkline.call.Call;
import dev.trunkline.call.Call.VisitOutcome;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.report.Stay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the tests of the board's pure parts begin with: a day in Shanghai and queue support. */
final class Given {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final Instant MIDNIGHT = Instant.parse("2026-11-22T16:00:00Z");
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    static final Day DAY = Day.of(NOON, SHANGHAI);

    /** Short abandons under 5 s, 80 % within 20 s, no alarms. */
    static final QueueGoal SUPPORT = goal("support");

    private Given() {}

    static QueueGoal goal(String name) {
        return new QueueGoal(name, "Label of " + name, null, 5_000, 20, 80, null, null, false);
    }

    /** Somebody joined and still waits. */
    static Stay waits(String queue, Instant joined) {
        return new Stay(queue, joined, null, null);
    }

    static Stay left(String queue, Instant joined, double seconds, VisitOutcome outcome) {
        return new Stay(queue, joined, Math.round(seconds * 1000), outcome);
    }

    static Call call(String id, Call.Visit... visits) {
        return call(id, null, visits);
    }

    static Call call(String id, @Nullable Instant endedAt, Call.Visit... visits) {
        return new Call(
                id,
                "pbx1",
                Call.Direction.INBOUND,
                "13800138000",
                null,
                false,
                "4008001000",
                NOON,
                null,
                endedAt,
                null,
                null,
                null,
                List.of(),
                List.of(visits),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                null);
    }

    static BoardCall shown(String id) {
        return BoardCall.of(call(id), new CallerNames.Caller("+8613800138000", List.of(), 0));
    }

    static BoardAgent agent(int n, @Nullable UUID team, String... queues) {
        return new BoardAgent(
                new UUID(0, n),
                "Agent " + n,
                "100" + n,
                team,
                null,
                "available",
                NOON,
                null,
                true,
                List.of(queues),
                null,
                List.of());
    }

    static BoardQueue queue(String name, QueueDay day, BoardQueue.Waiting... waiting) {
        return BoardQueue.of(goal(name), day, List.of(waiting));
    }

    static Heading heading() {
        return new Heading(DAY.date(), "Asia/Shanghai", DAY.from(), DAY.to(), new Heading.Pbx(LinkState.UP, NOON, 0));
    }
}
