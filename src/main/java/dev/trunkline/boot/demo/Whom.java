package dev.trunkline.boot.demo;

import dev.trunkline.boot.demo.DemoCustomer.Line;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the far end of a call: mostly a customer, now and then a stranger or somebody who withholds the number. */
final class Whom {
    private final Dice dice;
    private final DemoNumbers numbers;
    private final List<Line> lines;
    private final List<String> strangers;
    private final Map<String, Integer> owners = new HashMap<>();

    /**
     * A far end.
     *
     * @param key its number in normal form, null when withheld
     * @param name as the carrier sends it
     * @param customer who it is, null when the number is nobody's
     * @param shared whether the number is more than one customer's
     */
    record FarEnd(
            @Nullable String key,
            @Nullable String name,
            @Nullable DemoCustomer customer,
            boolean shared) {
        boolean chinese() {
            return customer != null ? customer.chinese() : key == null || key.startsWith("+86");
        }
    }

    /** @param strangers normal forms of numbers that are no customer's */
    Whom(Dice dice, DemoNumbers numbers, List<DemoCustomer> customers, List<String> strangers) {
        this.dice = dice;
        this.numbers = numbers;
        this.lines = customers.stream().flatMap(DemoCustomer::lines).toList();
        this.strangers = strangers;
        lines.forEach(line -> owners.merge(line.e164(), 1, Integer::sum));
    }

    FarEnd calling(Instant at) {
        if (dice.chance(0.06)) {
            return new FarEnd(null, null, null, false);
        }
        if (dice.chance(0.14)) {
            return new FarEnd(dice.pick(strangers), null, null, false);
        }
        return customer(at);
    }

    FarEnd called(Instant at) {
        return dice.chance(0.1) ? new FarEnd(dice.pick(strangers), null, null, false) : customer(at);
    }

    /** The number as a carrier sends it, null when withheld. */
    @Nullable
    String asSent(FarEnd caller) {
        return caller.key() == null ? null : numbers.asSent(caller.key());
    }

    private FarEnd customer(Instant at) {
        Line line = dice.pickEarly(lines);
        while (line.customer().createdAt().isAfter(at)) {
            line = dice.pickEarly(lines);
        }
        String name = dice.chance(0.3) ? line.contact() : null;
        return new FarEnd(line.e164(), name, line.customer(), owners.getOrDefault(line.e164(), 1) > 1);
    }
}
