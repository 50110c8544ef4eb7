package dev.trunkline.boot.demo;

import dev.trunkline.call.QueuePolicies;
import dev.trunkline.call.QueuePolicy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follow-ups of the demo: callbacks as the calls open, merge and close them by themselves, and what people promised:
 * mostly done, some still to do, some of it today, a little overdue.
 */
@Singleton
class DemoFollowUps {
    /** A callback nobody was reached by is given up after this long. */
    private static final Duration GIVEN_UP = Duration.ofHours(20);

    private static final String INTO = """
            insert into follow_up (id, version, created_at, updated_at, owner_id, team_id, kind, status, due_at,
                customer_id, call_id, phone, queue, attempts, last_attempt_at, note, closed_by, closed_at, automatic)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)""";

    private final QueuePolicies queues;

    DemoFollowUps(QueuePolicies queues) {
        this.queues = queues;
    }

    /** @param staff by extension and by user name */
    Batch rows(
            List<PastCall> calls, List<DemoCustomer> customers, Map<String, Colleague> staff, Dice dice, Instant now) {
        List<DemoFollowUp> all = new ArrayList<>(callbacks(calls, dice, now));
        all.addAll(new Promises(dice, now, staff).of(calls, customers));
        return new Batch(INTO, all.stream().map(DemoFollowUp::row).toList());
    }

    /** The same as happens as calls end: one open callback for each caller. */
    private List<DemoFollowUp> callbacks(List<PastCall> calls, Dice dice, Instant now) {
        Map<String, DemoFollowUp> open = new HashMap<>();
        List<DemoFollowUp> all = new ArrayList<>();
        calls.stream().sorted(Comparator.comparing(PastCall::endedAt)).forEach(call -> {
            String phone = call.key();
            if (phone == null) {
                return;
            }
            if (call.answered()) {
                DemoFollowUp reached = open.remove(phone);
                if (reached != null) {
                    reached.close("done", "reached", call.endedAt().plusMillis(200));
                }
            } else if (call.missed()) {
                policy(call).ifPresent(policy -> {
                    DemoFollowUp known = open.get(phone);
                    if (known != null) {
                        known.again(call);
                    } else {
                        DemoFollowUp fresh = DemoFollowUp.callback(phone, call, policy.followUpDueMinutes());
                        open.put(phone, fresh);
                        all.add(fresh);
                    }
                });
            }
        });
        open.values().stream()
                .filter(one -> one.updatedAt().isBefore(now.minus(GIVEN_UP)))
                .forEach(one -> one.close(
                        dice.chance(0.7) ? "done" : "cancelled",
                        "person",
                        one.updatedAt().plus(dice.seconds(3_600, GIVEN_UP.toSeconds() * 0.9))));
        return all;
    }

    private Optional<QueuePolicy> policy(PastCall call) {
        String queue = call.call().queue();
        return queue == null ? Optional.empty() : queues.policy(queue).filter(QueuePolicy::followUpOnMissed);
    }
}
