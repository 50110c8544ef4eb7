package dev.trunkline.desk.phone;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Does what concerns one key one after the other, in the order it was asked for. Thread-safe; nothing blocks. */
final class Turns {
    private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

    /** Begins the task when all before it have ended, however they did. The task must end by itself. */
    <T> Uni<T> take(String key, Supplier<Uni<T>> task) {
        return Uni.createFrom().deferred(() -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            CompletableFuture<Void> before = last.put(key, done);
            Uni<Void> turn = before == null
                    ? Uni.createFrom().voidItem()
                    : Uni.createFrom().completionStage(before::minimalCompletionStage);
            return turn.flatMap(began -> task.get()).onTermination().invoke(() -> {
                last.remove(key, done);
                done.complete(null);
            });
        });
    }
}
