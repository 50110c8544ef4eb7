package dev.trunkline.acd;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an agent wants to be as soon as no call stands in the way.
 *
 * @param reason the key of a break's reason, null otherwise
 * @param goneSince of a break for want of page or phone, since when it was gone; null otherwise
 */
public record Wish(
        Kind kind, @Nullable String reason, @Nullable Instant goneSince) {
    public static final Wish AVAILABLE = new Wish(Kind.AVAILABLE, null, null);
    public static final Wish OFFLINE = new Wish(Kind.OFFLINE, null, null);

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
        return new Wish(Kind.BREAK, reason, null);
    }

    /** What becomes of the wish of an agent who cannot be reached: nobody is available then; a break stays what it is. */
    Wish setAside(AgentInput.SetAside aside) {
        return kind == Kind.AVAILABLE ? new Wish(Kind.BREAK, aside.reason(), aside.goneSince()) : this;
    }

    /** The state of an agent who wants this and is in no call. */
    AgentState.Resting atRest(Instant since, int missed) {
        return switch (kind) {
            case AVAILABLE -> new AgentState.Available(since, missed);
            case BREAK -> new AgentState.OnBreak(since, Objects.requireNonNull(reason), goneSince);
            case OFFLINE -> new AgentState.Offline(since);
        };
    }
}
