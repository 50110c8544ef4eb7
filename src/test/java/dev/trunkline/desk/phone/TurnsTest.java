package dev.trunkline.desk.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns();
    private final List<String> done = new ArrayList<>();

    @Test
    void oneKeysTasksFollowEachOtherAndAnotherKeyDoesNotWait() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        ask("1001", "first", Uni.createFrom().completionStage(first));
        ask("1001", "second", Uni.createFrom().voidItem());
        ask("1001", "third", Uni.createFrom().voidItem());
        ask("1002", "other", Uni.createFrom().voidItem());
        assertThat(done).containsExactly("first began", "other began", "other ended");
        first.complete(null);
        assertThat(done)
                .containsSubsequence("first began", "second began", "third began")
                .contains("first ended", "second ended", "third ended");
    }

    @Test
    void whoComesAfterAFailureHasATurnToo() {
        ask("1001", "first", Uni.createFrom().failure(new IllegalStateException("away")));
        ask("1001", "second", Uni.createFrom().voidItem());
        assertThat(done).containsExactlyInAnyOrder("first began", "first failed", "second began", "second ended");
    }

    private void ask(String key, String name, Uni<Void> task) {
        turns.take(key, () -> {
                    done.add(name + " began");
                    return task;
                })
                .subscribe()
                .with(ended -> done.add(name + " ended"), failure -> done.add(name + " failed"));
    }
}
