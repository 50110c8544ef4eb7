package dev.trunkline.telephony.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when told to. */
final class VirtualTimeline implements Timeline {
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::order));
    private Instant now = Instant.parse("2026-11-22T02:00:00Z");
    private long orders;

    private record Task(Instant at, long order, Runnable run) {}

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Cancellable after(Duration delay, Runnable run) {
        Task task = new Task(now.plus(delay), orders++, run);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    void pass(Duration time) {
        Instant until = now.plus(time);
        while (!tasks.isEmpty() && !tasks.peek().at().isAfter(until)) {
            Task task = tasks.remove();
            now = task.at();
            task.run().run();
        }
        now = until;
    }

    void pass(long millis) {
        pass(Duration.ofMillis(millis));
    }
}
