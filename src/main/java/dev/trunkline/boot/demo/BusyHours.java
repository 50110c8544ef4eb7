package dev.trunkline.boot.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** When in a month somebody calls: two humps a working day, Mondays the most, little at weekends. */
final class BusyHours {
    private static final int DAYS = 30;
    /** Calls are made from this hour of the day on. */
    private static final int FIRST_HOUR = 8;

    private static final double[] WORKING_DAY = {0.35, 1.0, 1.4, 1.2, 0.7, 0.8, 1.25, 1.35, 1.1, 0.8, 0.45, 0.25};
    private static final double[] WEEKEND = {0, 0, 1.0, 1.2, 0.8, 0.7, 0.9, 0.8};

    private final ZoneId zone;
    private final Dice dice;

    BusyHours(ZoneId zone, Dice dice) {
        this.zone = zone;
        this.dice = dice;
    }

    /** The moments, those after {@code now} left out. */
    List<Instant> until(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        List<Instant> moments = new ArrayList<>();
        for (int ago = DAYS; ago >= 0; ago--) {
            ZonedDateTime midnight = today.minusDays(ago).atStartOfDay(zone);
            for (int call = calls(midnight); call > 0; call--) {
                Instant at = moment(midnight);
                if (at.isBefore(now)) {
                    moments.add(at);
                }
            }
        }
        return moments;
    }

    private int calls(ZonedDateTime day) {
        if (Shifts.weekend(day)) {
            return dice.between(9, 15);
        }
        return switch (day.getDayOfWeek()) {
            case MONDAY -> dice.between(52, 60);
            case FRIDAY -> dice.between(40, 47);
            default -> dice.between(43, 55);
        };
    }

    private Instant moment(ZonedDateTime midnight) {
        double[] weights = Shifts.weekend(midnight) ? WEEKEND : WORKING_DAY;
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double drawn = dice.share() * sum;
        int hour = 0;
        while (hour < weights.length - 1 && drawn >= weights[hour]) {
            drawn -= weights[hour++];
        }
        return midnight.withHour(FIRST_HOUR + hour).toInstant().plus(dice.seconds(0, 3_599));
    }
}
