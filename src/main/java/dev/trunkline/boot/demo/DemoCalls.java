package dev.trunkline.boot.demo;

import static dev.trunkline.boot.demo.Batch.row;
import static dev.trunkline.boot.demo.Batch.utc;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What stands beside the calls of the demo: whom they were with, how long wrap-up took, what the agent noted. */
final class DemoCalls {
    /** From the call's beginning until its customer is known. */
    private static final Duration KNOWN_AFTER = Duration.ofSeconds(3);

    private static final String CUSTOMER =
            "insert into call_customer (call_id, customer_id, chosen_by, at) values ($1, $2, $3, $4)";
    private static final String WRAP = "insert into call_wrap (call_id, agent, wrap_ms) values ($1, $2, $3)";
    private static final String NOTE = """
            insert into wrap_up (call_id, agent, disposition, notes, saved_at, done_at)
            values ($1, $2, $3, $4, $5, $5)""";

    private DemoCalls() {}

    /** @param staff by extension */
    static List<Batch> rows(List<PastCall> calls, Map<String, Colleague> staff, Dice dice) {
        return List.of(
                new Batch(
                        CUSTOMER,
                        calls.stream()
                                .filter(call -> call.customer() != null)
                                .map(call -> row(
                                        call.call().id(),
                                        Objects.requireNonNull(call.customer()).id(),
                                        call.chosen()
                                                ? Objects.requireNonNull(staff.get(call.agent()))
                                                        .id()
                                                : null,
                                        utc(call.call().startedAt().plus(KNOWN_AFTER))))
                                .toList()),
                new Batch(
                        WRAP,
                        calls.stream()
                                .filter(call -> call.wrapMs() != null)
                                .map(call -> row(call.call().id(), call.agent(), call.wrapMs()))
                                .toList()),
                new Batch(
                        NOTE,
                        calls.stream()
                                .filter(call -> call.topic() != null && dice.chance(call.inbound() ? 0.9 : 0.6))
                                .map(call -> note(call, Objects.requireNonNull(call.topic()), dice))
                                .toList()));
    }

    private static Tuple note(PastCall call, Topic topic, Dice dice) {
        return row(
                call.call().id(),
                call.agent(),
                topic.disposition(),
                dice.chance(0.8) ? topic.note(call.chinese()) : null,
                utc(call.doneAt()));
    }
}
