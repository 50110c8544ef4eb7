package dev.trunkline.load;

import dev.trunkline.load.CallTemplate.Event;
import dev.trunkline.load.CallTemplate.Words;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Has the PBX say calls at their times. Calls begin evenly spaced, whether or not the service keeps up; the next call goes
 * to the agent free for longest.
 */
final class Caller {
    private final CallTemplate template;
    private final LoadPbx pbx;
    private final LoadOptions options;
    private final List<String> queues;
    private final Said said;
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::nanos));
    private final Deque<Integer> free = new ArrayDeque<>();
    private final Random dice = new Random(4008001000L);
    private long number;

    /** Is told of an event just before it goes out. */
    interface Said {
        void saying(Event event, Words call);
    }

    /** An event and its time. */
    private record Due(long nanos, Words call, int agent, int event) {}

    /** @param queues that the calls come to, in turn */
    Caller(CallTemplate template, LoadPbx pbx, LoadOptions options, List<String> queues, Said said) {
        this.template = template;
        this.pbx = pbx;
        this.options = options;
        this.queues = List.copyOf(queues);
        this.said = said;
        for (int agent = 0; agent < options.agents(); agent++) {
            free.add(agent);
        }
    }

    /** Has calls begin for so long, and ends when the last of them has ended. Returns how many there were. */
    long call(int seconds) {
        long started = System.nanoTime();
        long spacing = TimeUnit.SECONDS.toNanos(1) / options.callsPerSecond();
        long calls = (long) seconds * options.callsPerSecond();
        for (long begun = 0; begun < calls || !due.isEmpty(); ) {
            long beginsAt = begun < calls ? started + begun * spacing : Long.MAX_VALUE;
            Due next = due.peek();
            if (next != null && next.nanos() - beginsAt < 0) {
                waitUntil(next.nanos());
                due.poll();
                say(next);
            } else {
                waitUntil(beginsAt);
                begin(beginsAt);
                begun++;
            }
        }
        return calls;
    }

    private void begin(long now) {
        int agent = free.remove();
        Words call = new Words(
                number,
                System.currentTimeMillis() / 1000,
                queues.get((int) (number++ % queues.size())),
                Population.phone(dice.nextLong(options.customers())),
                Population.extension(agent));
        due.add(new Due(now, call, agent, 0));
    }

    private void say(Due next) {
        Event event = template.events().get(next.event());
        byte[] bytes = CallTemplate.bytes(event, next.call(), System.currentTimeMillis() * 1000);
        said.saying(event, next.call());
        pbx.say(bytes);
        int following = next.event() + 1;
        if (following == template.events().size()) {
            free.add(next.agent());
        } else {
            double gap = template.events().get(following).part() - event.part();
            due.add(new Due(
                    next.nanos() + Math.round(gap * options.callSeconds() * 1e9),
                    next.call(),
                    next.agent(),
                    following));
        }
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
