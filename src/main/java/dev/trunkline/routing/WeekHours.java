package dev.trunkline.routing;

import static java.util.Objects.requireNonNullElse;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Some minutes of every week, as the clock on the wall shows them. Where it is set back they come twice, where it is set
 * forward some do not come at all.
 *
 * @param zone where that clock hangs
 * @param minutes of the week, from Monday midnight
 */
record WeekHours(ZoneId zone, BitSet minutes) {
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    WeekHours {
        minutes = (BitSet) minutes.clone();
    }

    /**
     * The hours that people wrote: from a time on each of the days until another, which is on the next day when it is the
     * earlier one. No days are all days.
     *
     * @param house the zone where none is named
     */
    static WeekHours of(RoutingCondition written, ZoneId house) {
        Set<DayOfWeek> days = written.days().isEmpty()
                ? EnumSet.allOf(DayOfWeek.class)
                : EnumSet.copyOf(written.days().stream().map(Weekday::day).toList());
        int from = minute(requireNonNullElse(written.from(), "00:00"));
        int to = minute(requireNonNullElse(written.to(), "24:00"));
        BitSet minutes = new BitSet(WEEK);
        for (DayOfWeek day : days) {
            int begin = day.ordinal() * DAY + from;
            int length = to > from ? to - from : to + DAY - from;
            for (int minute = 0; minute < length; minute++) {
                minutes.set((begin + minute) % WEEK);
            }
        }
        return new WeekHours(written.zone() == null ? house : ZoneId.of(written.zone()), minutes);
    }

    private static int minute(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    boolean contains(Instant at) {
        ZonedDateTime time = at.atZone(zone);
        return minutes.get(time.getDayOfWeek().ordinal() * DAY + time.getHour() * 60 + time.getMinute());
    }

    /** The weekday and the time there, such as {@code monday 17:05}. */
    String local(Instant at) {
        ZonedDateTime time = at.atZone(zone);
        return String.format(
                Locale.ROOT,
                "%s %02d:%02d",
                time.getDayOfWeek().name().toLowerCase(Locale.ROOT),
                time.getHour(),
                time.getMinute());
    }

    /** Whether no minute is in both; of different zones that is not known, and so not said. */
    boolean apartFrom(WeekHours other) {
        return zone.equals(other.zone) && !minutes.intersects(other.minutes);
    }

    /** Whether every minute of the other is in this too; not said of different zones. */
    boolean covers(WeekHours other) {
        BitSet beyond = (BitSet) other.minutes.clone();
        beyond.andNot(minutes);
        return zone.equals(other.zone) && beyond.isEmpty();
    }
}
