package dev.trunkline.telephony.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Customers who call by themselves: soon when an agent is free, so that whoever signs in sees the product at work, and
 * sometimes when all are busy, so that there is a queue. Nobody calls while nobody is there.
 */
final class Callers {
    private static final Duration TICK = Duration.ofSeconds(4);
    private static final List<String> STRANGERS =
            List.of("13912340001", "+8613912340002", "02161230003", "+442079460004", "+33170180005", "15512340006");
    private static final List<String> NAMES = List.of("王小明", "李娜", "Nora Weiss", "陈伟 (采购)", "Jo <b>Bold</b> O'Neil");

    private final Exchange exchange;
    private final Supplier<List<String>> customers;
    private final RandomGenerator random;
    private int idleTicks;

    Callers(Exchange exchange, Supplier<List<String>> customers, RandomGenerator random) {
        this.exchange = exchange;
        this.customers = customers;
        this.random = random;
    }

    void begin() {
        exchange.timeline.after(TICK, this::tick);
    }

    private void tick() {
        try {
            for (Map.Entry<String, String> did : exchange.numbers().entrySet()) {
                exchange.queue(did.getValue()).ifPresent(queue -> maybeCall(queue, did.getKey()));
            }
        } finally {
            begin();
        }
    }

    private void maybeCall(SimulatedQueue queue, String did) {
        boolean somebodyFree = !queue.next().isEmpty();
        boolean somebodyThere = queue.members.values().stream().anyMatch(member -> !member.paused);
        if (somebodyFree && queue.waiting.isEmpty()) {
            // One chance in three each time, and for certain before half a minute is over.
            if (random.nextInt(3) == 0 || ++idleTicks > 6) {
                idleTicks = 0;
                exchange.callIn(somebody(), did);
            }
        } else if (somebodyThere && queue.waiting.size() < 2 && random.nextInt(20) == 0) {
            exchange.callIn(somebody(), did);
        }
    }

    /** Mostly known customers, in every form a carrier may send a number. */
    private Caller somebody() {
        List<String> known = customers.get();
        int kind = random.nextInt(10);
        if (kind == 0) {
            return new Caller(null, "Anonymous", true);
        }
        if (kind <= 2 || known.isEmpty()) {
            return new Caller(pick(STRANGERS), kind == 1 ? pick(NAMES) : null, false);
        }
        return new Caller(asSent(pick(known)), name(), false);
    }

    private @Nullable String name() {
        return random.nextInt(3) == 0 ? pick(NAMES) : null;
    }

    private String asSent(String number) {
        if (!number.startsWith("+86")) {
            return number;
        }
        return switch (random.nextInt(4)) {
            case 0 -> number;
            case 1 -> number.substring(1);
            case 2 -> "00" + number.substring(1);
            default -> number.substring(3);
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
