package dev.trunkline.acd;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an agent wants to be as soon as no call stands in the way.
 *
 * @param reason the key of a break's reason, null otherwise
 */
public record Wish(Kind kind, @Nullable String reason) {
    public static final Wish AVAILABLE = new Wish(Kind.AVAILABLE, null);
    public static final Wish OFFLINE = new Wish(Kind.OFFLINE, null);

    /** What can be wished. */
    public enum Kind {
        AVAILABLE,
        BREAK,
        OFFLINE
    }

    public Wish {
        if ((kind == Kind.BREAK) != (reason != null)) {
            throw new IllegalArgumentException("A break, and nothing else, has a reason");
        }
    }

    public static Wish breakFor(String reason) {
        return new Wish(Kind.BREAK, reason);
    }

    /** The state of an agent who wants this and is in no call. */
    AgentState.Resting atRest(Instant since, int missed) {
        return switch (kind) {
            case AVAILABLE -> new AgentState.Available(since, missed);
            case BREAK -> new AgentState.OnBreak(since, Objects.requireNonNull(reason));
            case OFFLINE -> new AgentState.Offline(since);
        };
    }
}
