package dev.trunkline.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The alarms that stand: an immutable value that each look at the readings leads on. Raised at once, over only after the
 * reading was calm for a while on end, so that a value that sways about its limit makes one alarm and not many.
 *
 * <pre>
 *            beyond                    calm                    for CALM on end
 *   (none) ──────────> standing <──────────────> calming ──────────────────────> (none)
 *                          │        not calm        │
 *                          └──── no reading of it ──┴──────────────────────────> (none)
 * </pre>
 */
record Alarms(List<Standing> standing) {
    static final Alarms NONE = new Alarms(List.of());

    /** How long a reading has to be calm before its alarm is over. */
    static final Duration CALM = Duration.ofSeconds(10);

    /**
     * One alarm.
     *
     * @param calmSince since when its reading has been calm, null while it is not
     */
    record Standing(BoardAlarm alarm, @Nullable Instant calmSince) {}

    Alarms {
        standing = List.copyOf(standing);
    }

    Alarms next(List<Reading> readings, Instant now) {
        return new Alarms(readings.stream()
                .flatMap(reading -> next(reading, now).stream())
                .toList());
    }

    /** Those that stand. */
    List<BoardAlarm> all() {
        return standing.stream().map(Standing::alarm).toList();
    }

    private Optional<Standing> next(Reading reading, Instant now) {
        BoardAlarm fresh = new BoardAlarm(reading.queue(), reading.kind(), reading.limit(), reading.value(), now, null);
        Optional<Standing> before =
                standing.stream().filter(one -> one.alarm().same(fresh)).findFirst();
        if (before.isEmpty()) {
            return reading.beyond() ? Optional.of(new Standing(fresh, null)) : Optional.empty();
        }
        BoardAlarm standing = before.get().alarm().heldTo(reading.limit());
        if (!reading.calm()) {
            return Optional.of(new Standing(standing, null));
        }
        Instant known = before.get().calmSince();
        Instant since = known == null ? now : known;
        return since.plus(CALM).isAfter(now) ? Optional.of(new Standing(standing, since)) : Optional.empty();
    }
}
