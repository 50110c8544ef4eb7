package dev.trunkline.boot.demo;

import static dev.trunkline.boot.demo.Batch.row;
import static dev.trunkline.boot.demo.Batch.utc;

import dev.trunkline.call.QueuePolicies;
import dev.trunkline.call.QueuePolicy;
import dev.trunkline.shared.Ids;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tickets of the demo. Those of calls are as the rule for answered calls makes them, many of them since put into words,
 * sorted and worked on by people; some more are written by people alone.
 */
@Singleton
class DemoTickets {
    private static final String RULE = "call-answered";
    private static final String SUBJECT_KEY = "ticket.call-answered";
    private static final int BY_HAND = 40;
    private static final String INTO = """
            insert into ticket (id, version, created_at, updated_at, owner_id, team_id, number, type, status, priority,
                subject, subject_key, subject_params, description, customer_id, call_id, rule, queue, due_at)
            values ($1, $2, $3, $4, $5, $6, nextval('ticket_number'), $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                $18)""";

    private final QueuePolicies queues;

    DemoTickets(QueuePolicies queues) {
        this.queues = queues;
    }

    private record Dated(Instant at, Tuple row) {}

    /** @param staff by extension and by user name */
    Batch rows(
            List<PastCall> calls, List<DemoCustomer> customers, Map<String, Colleague> staff, Dice dice, Instant now) {
        List<Dated> tickets = new ArrayList<>();
        for (PastCall call : calls) {
            String queue = call.call().queue();
            if (call.inbound() && call.answered() && queue != null) {
                queues.policy(queue)
                        .filter(QueuePolicy::ticketOnAnswered)
                        .ifPresent(policy -> tickets.add(ofCall(call, policy, staff, dice, now)));
            }
        }
        for (int i = 0; i < BY_HAND; i++) {
            tickets.add(byHand(dice.pickEarly(customers), staff, dice, now));
        }
        // Numbered in the order in which they were opened.
        return new Batch(
                INTO,
                tickets.stream()
                        .sorted(Comparator.comparing(Dated::at))
                        .map(Dated::row)
                        .toList());
    }

    private static Dated ofCall(
            PastCall call, QueuePolicy policy, Map<String, Colleague> staff, Dice dice, Instant now) {
        Instant at = call.endedAt().plusMillis(180);
        Topic topic = Objects.requireNonNull(call.topic());
        boolean worded = dice.chance(0.55);
        String status = status(Duration.between(at, now), dice);
        boolean touched = worded || !status.equals("open");
        String from = call.key() == null ? call.call().from() : call.key();
        Map<String, Object> params = new TreeMap<>(Map.of("queue", policy.name(), "from", from == null ? "" : from));
        DemoCustomer customer = call.customer();
        return ticket(
                at,
                touched ? after(at, dice, now) : at,
                touched,
                Objects.requireNonNull(staff.get(call.agent())),
                worded ? topic.type() : policy.ticketType(),
                status,
                worded ? topic.priority() : "normal",
                worded ? topic.subject(call.chinese()) : null,
                worded ? "{}" : new JsonObject(params).encode(),
                worded && dice.chance(0.5) ? topic.note(call.chinese()) : null,
                customer,
                call.call().id(),
                policy.name());
    }

    private static Dated byHand(DemoCustomer customer, Map<String, Colleague> staff, Dice dice, Instant now) {
        Instant first = now.minus(Duration.ofDays(29));
        Instant known = customer.createdAt().isAfter(first) ? customer.createdAt() : first;
        Instant at = known.plus(dice.seconds(0, Duration.between(known, now).toSeconds() - 60.0));
        String status = status(Duration.between(at, now), dice);
        boolean touched = !status.equals("open");
        Topic topic = dice.pick(dice.chance(0.5) ? Topic.SALES.subList(0, 4) : Topic.SUPPORT);
        return ticket(
                at,
                touched ? after(at, dice, now) : at,
                touched,
                Objects.requireNonNull(staff.get(dice.pick(List.of("sofia", "yuki", "lina", "anna")))),
                topic.type(),
                status,
                topic.priority(),
                topic.subject(customer.chinese()),
                "{}",
                topic.note(customer.chinese()),
                customer,
                null,
                null);
    }

    private static Dated ticket(
            Instant at,
            Instant updatedAt,
            boolean touched,
            Colleague owner,
            String type,
            String status,
            String priority,
            @Nullable String subject,
            String params,
            @Nullable String description,
            @Nullable DemoCustomer customer,
            @Nullable String callId,
            @Nullable String queue) {
        Duration due = switch (priority) {
            case "urgent" -> Duration.ofHours(4);
            case "high" -> Duration.ofHours(24);
            default -> Duration.ZERO;
        };
        return new Dated(
                at,
                row(
                        Ids.next(),
                        touched ? 1L : 0L,
                        utc(at),
                        utc(updatedAt),
                        owner.id(),
                        owner.teamId(),
                        type,
                        status,
                        priority,
                        subject,
                        subject == null ? SUBJECT_KEY : null,
                        params,
                        description,
                        customer == null ? null : customer.id(),
                        callId,
                        callId == null ? null : RULE,
                        queue,
                        due.isZero() ? null : utc(at.plus(due))));
    }

    /** The older, the more likely it is dealt with. */
    private static String status(Duration age, Dice dice) {
        double drawn = dice.share();
        if (age.toDays() >= 10) {
            return drawn < 0.82 ? "closed" : drawn < 0.985 ? "solved" : "pending";
        }
        if (age.toDays() >= 3) {
            return drawn < 0.4 ? "closed" : drawn < 0.84 ? "solved" : drawn < 0.94 ? "pending" : "open";
        }
        return drawn < 0.5 ? "solved" : drawn < 0.68 ? "pending" : "open";
    }

    private static Instant after(Instant at, Dice dice, Instant now) {
        Instant later = at.plus(dice.seconds(30, 2 * 86_400));
        return later.isBefore(now) ? later : at.plus(Duration.between(at, now).dividedBy(2));
    }
}
