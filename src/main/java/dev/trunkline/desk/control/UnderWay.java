package dev.trunkline.desk.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * What the PBX has just been asked for and has not done yet: pressed twice it is asked for once. Key codes pressed twice at
 * once would be heard by the other side. Thread-safe, bounded.
 */
final class UnderWay {
    /** Longer than Asterisk takes; then it has not been done, and may be asked for again. */
    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private static final int MOST = 10_000;

    private final Cache<Asked, Boolean> asked =
            Caffeine.newBuilder().expireAfterWrite(AT_MOST).maximumSize(MOST).build();

    /**
     * Something that is asked for.
     *
     * @param line how the agent's phone stands, which changes when it is done
     */
    record Asked(String callId, LineView line) {}

    /** Whether it may be asked for, as nothing else is under way with the line as it stands. */
    boolean begin(Asked what) {
        return asked.asMap().putIfAbsent(what, true) == null;
    }

    /** It was refused, and can be asked for again at once. */
    void refused(Asked what) {
        asked.invalidate(what);
    }
}
