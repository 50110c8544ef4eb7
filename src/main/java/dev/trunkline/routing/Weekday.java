package dev.trunkline.routing;

import java.time.DayOfWeek;

/** A day of the week as the API names it. */
public enum Weekday {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY;

    DayOfWeek day() {
        return DayOfWeek.of(ordinal() + 1);
    }
}
