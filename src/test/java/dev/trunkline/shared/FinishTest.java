package dev.trunkline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FinishTest {
    private final CompletableFuture<String> step = new CompletableFuture<>();
    private final CompletableFuture<String> done = new CompletableFuture<>();
    private final Uni<String> work = Uni.createFrom().completionStage(step).invoke(done::complete);

    @Test
    void goes_on_when_nobody_waits_any_more() {
        UniAssertSubscriber<String> asker =
                Finish.always(work).subscribe().withSubscriber(UniAssertSubscriber.create());
        asker.cancel();
        step.complete("saved");

        assertThat(done).isCompletedWithValue("saved");
        asker.assertNotTerminated();
    }

    @Test
    void tells_who_still_waits() {
        UniAssertSubscriber<String> asker =
                Finish.always(work).subscribe().withSubscriber(UniAssertSubscriber.create());
        step.completeExceptionally(new IllegalStateException("full"));

        asker.assertFailedWith(IllegalStateException.class, "full");
    }
}
