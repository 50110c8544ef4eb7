package dev.trunkline.acd;

import dev.trunkline.call.PbxCommands.PbxUnavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the PBX into line with what is wanted of it: tells one thing after another, and only what it has not been told. What
 * is refused is not told again until it is another thing or the PBX may have forgotten. Thread-safe; nothing blocks.
 *
 * <pre>
 *   wanted ──tell──> told
 *     ^  ├──no──> refused
 *     └──┴──no link: again after a wait that grows
 * </pre>
 *
 * @param <V> what is told of a name
 */
final class Telling<V> {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Command<V> command;
    private final Heard heard;
    private final Map<String, V> wanted = new TreeMap<>();
    private final Map<String, Answer<V>> answers = new HashMap<>();
    private final List<CompletableFuture<@Nullable Void>> waiting = new ArrayList<>();
    private boolean busy;
    private Duration pause = FIRST_PAUSE;
    private @Nullable Cancellable nap;

    /** Tells the PBX. Fails with {@link PbxUnavailable} to be asked again. */
    interface Command<V> {
        Uni<Void> tell(String name, V value);
    }

    /** Learns that the PBX has taken something. */
    interface Heard {
        void told(String name);
    }

    /** @param refusal in the PBX's words, null when it took it */
    private record Answer<V>(V value, @Nullable String refusal) {}

    /** How far the PBX is with something. */
    enum State {
        PENDING,
        APPLIED,
        REFUSED
    }

    Telling(Command<V> command, Heard heard) {
        this.command = command;
        this.heard = heard;
    }

    /** From now on this is wanted, and nothing else. */
    void want(Map<String, V> all) {
        synchronized (this) {
            wanted.clear();
            wanted.putAll(all);
            answers.keySet().retainAll(wanted.keySet());
        }
        next();
    }

    /** The PBX may have forgotten everything. */
    void again() {
        synchronized (this) {
            answers.clear();
            pause = FIRST_PAUSE;
            if (nap != null) {
                nap.cancel();
                nap = null;
                busy = false;
            }
        }
        next();
    }

    synchronized State state(String name) {
        Answer<V> answer = answers.get(name);
        if (answer == null || !answer.value().equals(wanted.get(name))) {
            return State.PENDING;
        }
        return answer.refusal() == null ? State.APPLIED : State.REFUSED;
    }

    /** Why the PBX refused it, as far as it said. */
    synchronized Optional<String> refusal(String name) {
        return Optional.ofNullable(answers.get(name)).map(Answer::refusal);
    }

    /** Ends once the PBX has been told all, or could not be. */
    synchronized Uni<Void> settled() {
        if (!busy || nap != null) {
            return Uni.createFrom().voidItem();
        }
        CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
        waiting.add(over);
        return Uni.createFrom().completionStage(over);
    }

    private void next() {
        Optional<Map.Entry<String, V>> due;
        synchronized (this) {
            if (busy) {
                return;
            }
            due = wanted.entrySet().stream()
                    .filter(one -> state(one.getKey()) == State.PENDING)
                    .findFirst();
            busy = due.isPresent();
        }
        due.ifPresentOrElse(one -> tell(one.getKey(), one.getValue()), this::release);
    }

    private void tell(String name, V value) {
        Uni.createFrom()
                .deferred(() -> command.tell(name, value))
                .subscribe()
                .with(done -> answered(name, new Answer<>(value, null)), failure -> {
                    if (failure instanceof PbxUnavailable) {
                        later(failure);
                    } else {
                        LOG.warn("The PBX does not take {}: {}", name, failure.toString());
                        answered(name, new Answer<>(value, String.valueOf(failure.getMessage())));
                    }
                });
    }

    private void answered(String name, Answer<V> answer) {
        synchronized (this) {
            answers.put(name, answer);
            pause = FIRST_PAUSE;
            busy = false;
        }
        if (answer.refusal() == null) {
            heard.told(name);
        }
        next();
    }

    /** Whoever waits is not kept; the rest stays busy until the next try. */
    private void later(Throwable failure) {
        synchronized (this) {
            LOG.debug("The PBX is told again in {}: {}", pause, failure.getMessage());
            nap = Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(pause)
                    .subscribe()
                    .with(ignored -> wake());
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        }
        release();
    }

    private void wake() {
        synchronized (this) {
            nap = null;
            busy = false;
        }
        next();
    }

    private void release() {
        List<CompletableFuture<@Nullable Void>> all;
        synchronized (this) {
            all = List.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(over -> over.complete(null));
    }
}
