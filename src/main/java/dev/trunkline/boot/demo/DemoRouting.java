package dev.trunkline.boot.demo;

import static dev.trunkline.boot.demo.Batch.row;
import static dev.trunkline.boot.demo.Batch.utc;

import dev.trunkline.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The demo's routing: VIPs wait less, and whoever has complained waits less than others. */
final class DemoRouting {
    private static final Duration AGE = Duration.ofDays(45);

    private static final String RULE = """
            insert into routing_rule (id, version, created_at, updated_at, name, position, enabled, conditions, priority, last)
            values ($1, 0, $2, $2, $3, $4, true, $5, $6, false)""";

    private DemoRouting() {}

    static Batch rows(Instant now) {
        return new Batch(
                RULE,
                List.of(
                        row(
                                Ids.next(),
                                utc(now.minus(AGE)),
                                "VIP 优先 · VIPs first",
                                2,
                                "[{\"kind\": \"vip\", \"negated\": false}]",
                                10),
                        row(
                                Ids.next(),
                                utc(now.minus(AGE)),
                                "投诉未结 · Open complaint",
                                3,
                                "[{\"kind\": \"ticket\", \"negated\": false, \"values\": [\"complaint\"]}]",
                                5)));
    }
}
