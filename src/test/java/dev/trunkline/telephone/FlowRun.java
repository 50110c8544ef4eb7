package dev.trunkline.telephone;

import dev.trunkline.telephone.FlowStation.Played;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Plays flows side by side: each takes seconds, nearly all of them people's waiting. Every station has its own service
 * and Asterisk, so that nothing of one flow gets into another's.
 */
final class FlowRun implements AutoCloseable {

    private static final int STATIONS = 3;

    private final Map<Flow, CompletableFuture<Played>> played = new LinkedHashMap<>();
    private final ConcurrentLinkedQueue<Flow> waiting = new ConcurrentLinkedQueue<>();
    private final List<FlowStation> stations = new ArrayList<>();
    private final List<Thread> threads;

    /** Begins; skips the test on a machine without Asterisk. */
    FlowRun(List<Flow> flows) {
        flows.forEach(flow -> played.put(flow, new CompletableFuture<>()));
        waiting.addAll(flows);
        List<CompletableFuture<FlowStation>> starting = IntStream.rangeClosed(1, STATIONS)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> new FlowStation("call-flows-" + n), Thread::startVirtualThread))
                .toList();
        RuntimeException failed = null;
        for (CompletableFuture<FlowStation> station : starting) {
            try {
                stations.add(station.join());
            } catch (CompletionException failure) {
                failed = failure.getCause() instanceof RuntimeException cause ? cause : failure;
            }
        }
        if (failed != null) {
            closeStations();
            throw failed;
        }
        threads = stations.stream()
                .map(station -> Thread.ofPlatform().name("flows").start(() -> work(station)))
                .toList();
    }

    private void work(FlowStation station) {
        for (Flow flow = waiting.poll(); flow != null; flow = waiting.poll()) {
            try {
                played.get(flow).complete(station.play(flow));
            } catch (RuntimeException | AssertionError failure) {
                played.get(flow).completeExceptionally(failure);
            }
        }
    }

    /** Waits for what came of a flow; a failure to play it is thrown here. */
    Played of(Flow flow) {
        try {
            return played.get(flow).join();
        } catch (CompletionException failure) {
            Throwable cause = failure.getCause();
            throw new AssertionError(flow + " could not be played: " + cause, cause);
        }
    }

    @Override
    public void close() {
        waiting.clear();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeStations();
    }

    private void closeStations() {
        stations.forEach(FlowStation::close);
    }
}
