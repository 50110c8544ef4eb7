package dev.trunkline.acd;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** The one Vert.x context on which everything about agents' states happens, one thing after another. */
@ApplicationScoped
class AgentContext {
    private final Vertx vertx;
    private final Context context;

    AgentContext(Vertx vertx) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
    }

    /** Does it there, after what was asked for before. Never blocks. */
    void run(Runnable work) {
        context.runOnContext(ignored -> work.run());
    }

    /** Does it there and gives the result, or the failure, to whoever asked. */
    <T> Uni<T> call(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(emitter -> run(() -> {
                    try {
                        work.get().subscribe().with(emitter::complete, emitter::fail);
                    } catch (RuntimeException e) {
                        emitter.fail(e);
                    }
                }));
    }

    /** Does it there later. */
    long later(long delayMs, Runnable work) {
        return vertx.setTimer(Math.max(1, delayMs), ignored -> run(work));
    }

    void cancel(long timer) {
        vertx.cancelTimer(timer);
    }
}
