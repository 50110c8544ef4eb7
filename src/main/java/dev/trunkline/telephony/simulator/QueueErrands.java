package dev.trunkline.telephony.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the dialplan's contexts {@code queue-setup} and {@code number-setup} do for queues and numbers, with the same checks. What
 * is written of a queue takes effect with {@code QueueReload}. Runs on the PBX's timeline.
 */
final class QueueErrands {
    private static final String CHANNEL = "Local/s@";
    private static final String REFUSED = "Originate failed";
    private static final Pattern QUEUE = Pattern.compile("(?!(general|queue-defaults)$)[a-z0-9][a-z0-9_-]{0,39}");
    private static final Pattern STRATEGY =
            Pattern.compile("ringall|rrmemory|leastrecent|fewestcalls|random|linear|wrandom");
    private static final Pattern FIGURES = Pattern.compile(
            "(?<ring>\\d{1,5}),(?<pause>\\d{1,5}),(?<most>\\d{1,5}),(?<weight>\\d{1,5}),\\d{1,5},(?<wait>\\d{1,5})");
    private static final Pattern OVERFLOW = Pattern.compile("-|tel:\\+?[0-9]{2,20}|[a-z0-9][a-z0-9_-]{0,39}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,20}");

    private final Exchange exchange;
    private final Map<String, SimulatedQueue.Rules> written = new HashMap<>();

    QueueErrands(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Whether the channel to be originated is one. */
    static boolean is(Action originate) {
        return originate.get("Channel").startsWith(CHANNEL);
    }

    String run(Action action) {
        Map<String, String> variables = action.variables();
        boolean done = switch (action.get("Channel").substring(CHANNEL.length())) {
            case "queue-setup/n" -> queue(variables);
            case "number-setup/n" -> number(variables);
            default -> false;
        };
        return done ? action.message("Originate successfully queued") : action.error(REFUSED);
    }

    /** Puts in force what was written of the queue. */
    String reload(Action action) {
        String name = action.get("Queue");
        SimulatedQueue.Rules rules = written.get(name);
        if (rules != null) {
            exchange.define(name, rules);
        }
        return action.message("Queue reloaded successfully");
    }

    private boolean queue(Map<String, String> variables) {
        String name = variables.getOrDefault("QUEUE", "");
        String strategy = variables.getOrDefault("STRATEGY", "");
        String overflow = variables.getOrDefault("OVERFLOW", "");
        Matcher figures = FIGURES.matcher("%s,%s,%s,%s,%s,%s"
                .formatted(
                        variables.get("RING"),
                        variables.get("PAUSE"),
                        variables.get("MOST"),
                        variables.get("WEIGHT"),
                        variables.get("ANNOUNCE"),
                        variables.get("WAIT")));
        if (!QUEUE.matcher(name).matches()
                || !STRATEGY.matcher(strategy).matches()
                || !figures.matches()
                || !OVERFLOW.matcher(overflow).matches()) {
            return false;
        }
        written.put(
                name,
                new SimulatedQueue.Rules(
                        strategy,
                        Duration.ofSeconds(Long.parseLong(figures.group("ring"))),
                        Duration.ofSeconds(Long.parseLong(figures.group("pause"))),
                        Integer.parseInt(figures.group("most")),
                        Integer.parseInt(figures.group("weight"))));
        exchange.variables.put("trunkline/queue/" + name + "/timeout", figures.group("wait"));
        exchange.variables.put("trunkline/queue/" + name + "/overflow", overflow);
        return true;
    }

    private boolean number(Map<String, String> variables) {
        String number = variables.getOrDefault("NUMBER", "");
        String queue = variables.getOrDefault("QUEUE", "");
        if (!NUMBER.matcher(number).matches()) {
            return false;
        }
        if (queue.equals("-")) {
            exchange.numbers().remove(number);
            return true;
        }
        boolean fits = QUEUE.matcher(queue).matches();
        if (fits) {
            exchange.numbers().put(number, queue);
        }
        return fits;
    }
}
