package dev.trunkline.boot.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Follow-ups that people set themselves: after a call, and for the customers they look after. */
final class Promises {
    private static final List<String> FOR_CUSTOMERS_ZH = List.of("确认续约条款", "发送新款机型资料", "回访使用情况", "跟进报价", "安排展厅品鉴");
    private static final List<String> FOR_CUSTOMERS_EN = List.of(
            "Go through the renewal terms",
            "Send the brochure of the new model",
            "Ask how the machine runs",
            "Follow up on the quote",
            "Arrange the tasting");
    private static final List<String> WHO = List.of("sofia", "sofia", "yuki", "wei", "anna", "marco");

    private static final Duration LONGEST_AGO = Duration.ofDays(9);

    private final Dice dice;
    private final Instant now;
    private final Map<String, Colleague> staff;

    Promises(Dice dice, Instant now, Map<String, Colleague> staff) {
        this.dice = dice;
        this.now = now;
        this.staff = staff;
    }

    List<DemoFollowUp> of(List<PastCall> calls, List<DemoCustomer> customers) {
        List<DemoFollowUp> promises = new ArrayList<>();
        for (PastCall call : calls) {
            Topic topic = call.topic();
            // Who hid the number and was not asked for a name cannot be called back.
            boolean reachable = call.key() != null || call.customer() != null;
            if (topic != null && reachable && topic.disposition().equals("callback") && dice.chance(0.35)) {
                promises.add(afterCall(call, topic));
            }
        }
        List<DemoCustomer> known = customers.stream()
                .filter(one -> one.createdAt().isBefore(now.minus(LONGEST_AGO)))
                .toList();
        List<DemoCustomer> sofias = known.stream()
                .filter(one -> one.owner() != null && one.owner().username().equals("sofia"))
                .toList();
        for (int i = 0; i < 24; i++) {
            promises.add(forCustomer(i, sofias, known));
        }
        return promises;
    }

    private DemoFollowUp afterCall(PastCall call, Topic topic) {
        Instant due = call.doneAt().plus(dice.seconds(18 * 3_600, 4 * 86_400));
        DemoFollowUp made = DemoFollowUp.promise(
                dice.chance(0.6) ? "callback" : "task",
                call.doneAt(),
                due,
                Objects.requireNonNull(staff.get(call.agent())),
                call.customer(),
                call,
                topic.note(call.chinese()));
        if (due.isBefore(now) && (due.isBefore(now.minus(Duration.ofDays(2))) || dice.chance(0.75))) {
            Duration early =
                    dice.seconds(0, 0.6 * Duration.between(call.doneAt(), due).toSeconds());
            made.close(dice.chance(0.93) ? "done" : "cancelled", "person", due.minus(early));
        }
        return made;
    }

    /** A quarter is due today, a few were due yesterday, the others come within a fortnight. */
    private DemoFollowUp forCustomer(int position, List<DemoCustomer> sofias, List<DemoCustomer> all) {
        Colleague owner = Objects.requireNonNull(staff.get(WHO.get(position % WHO.size())));
        DemoCustomer customer = dice.pick(owner.username().equals("sofia") && !sofias.isEmpty() ? sofias : all);
        Instant due = switch (position % 4) {
            case 0 -> now.plus(dice.seconds(1_200, 5 * 3_600));
            case 1 ->
                position % 8 == 1
                        ? now.minus(dice.seconds(3_600, 30 * 3_600))
                        : now.plus(dice.seconds(20 * 3_600, 3 * 86_400));
            default -> now.plus(dice.seconds(86_400, 14 * 86_400));
        };
        return DemoFollowUp.promise(
                position % 3 == 0 ? "task" : "revisit",
                now.minus(dice.seconds(2 * 86_400, (double) LONGEST_AGO.toSeconds())),
                due,
                owner,
                customer,
                null,
                dice.pick(customer.chinese() ? FOR_CUSTOMERS_ZH : FOR_CUSTOMERS_EN));
    }
}
