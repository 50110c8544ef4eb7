package dev.trunkline.load;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * From the bytes of {@code AgentCalled} written by the PBX to the pop received by the page: both are in this process, so
 * one clock measures. Thread-safe.
 */
final class Stopwatch {
    private static final double LATE_MS = 1000;

    private final Map<String, Long> ringing = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    /** @param p50 and the others in milliseconds, NaN when there was no pop */
    record Figures(int pops, int lost, int late, double p50, double p99, double max) {}

    void rings(String callId) {
        ringing.put(callId, System.nanoTime());
    }

    /** The second pop of a call, which completes the first, changes nothing. */
    void popped(String callId) {
        Long since = ringing.remove(callId);
        if (since != null) {
            nanos.add(System.nanoTime() - since);
        }
    }

    /** Forgets what was measured until now. */
    void reset() {
        ringing.clear();
        nanos.clear();
    }

    Figures figures() {
        double[] ms = nanos.stream().mapToDouble(each -> each / 1e6).sorted().toArray();
        int late = (int) Arrays.stream(ms).filter(each -> each > LATE_MS).count();
        return new Figures(ms.length, ringing.size(), late, at(ms, 0.5), at(ms, 0.99), at(ms, 1));
    }

    /** The nearest-rank percentile. */
    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
