package dev.trunkline.boot.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who of the agents was there and free when. Nobody has two calls at once. */
final class Shifts {
    private static final LocalTime WEEKEND_FROM = LocalTime.of(10, 0);
    private static final LocalTime WEEKEND_TO = LocalTime.of(16, 30);

    private final ZoneId zone;
    private final List<Shift> shifts;
    private final Map<String, Instant> freeFrom = new HashMap<>();

    private record Shift(String agent, List<String> queues, LocalTime from, LocalTime to, LocalTime lunch) {}

    /** An agent and from when. */
    record Turn(String agent, Instant at) {}

    Shifts(ZoneId zone) {
        this.zone = zone;
        this.shifts = List.of(
                shift("wei", 8, 17, 12),
                shift("anna", 9, 18, 13),
                shift("marco", 11, 20, 15),
                shift("yuki", 9, 18, 14));
    }

    /** Who is the first to be free for a call of the queue, by a time; the one idle for longest where several are. */
    Optional<Turn> first(String queue, Instant from, Instant by, Set<String> except) {
        return shifts.stream()
                .filter(shift -> shift.queues().contains(queue) && !except.contains(shift.agent()))
                .map(shift -> new Turn(shift.agent(), later(from, freeFrom.get(shift.agent()))))
                .filter(turn -> !turn.at().isAfter(by) && working(turn))
                .min(Comparator.comparing(Turn::at)
                        .thenComparing(turn -> freeFrom.getOrDefault(turn.agent(), Instant.EPOCH)));
    }

    /** Those who are there and free at this moment. */
    List<String> free(Instant at) {
        return shifts.stream()
                .map(shift -> new Turn(shift.agent(), at))
                .filter(turn -> !later(at, freeFrom.get(turn.agent())).isAfter(at) && working(turn))
                .map(Turn::agent)
                .toList();
    }

    /** The agent has something to do until then. */
    void busy(String agent, Instant until) {
        freeFrom.merge(agent, until, Shifts::later);
    }

    private boolean working(Turn turn) {
        ZonedDateTime local = turn.at().atZone(zone);
        LocalTime time = local.toLocalTime();
        int position = 0;
        for (Shift shift : shifts) {
            if (shift.agent().equals(turn.agent())) {
                return weekend(local)
                        ? position == local.getDayOfYear() % 3
                                && !time.isBefore(WEEKEND_FROM)
                                && time.isBefore(WEEKEND_TO)
                        : !time.isBefore(shift.from())
                                && time.isBefore(shift.to())
                                && (time.isBefore(shift.lunch())
                                        || !time.isBefore(shift.lunch().plusMinutes(45)));
            }
            position++;
        }
        return false;
    }

    static boolean weekend(ZonedDateTime day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static Shift shift(String username, int from, int to, int lunch) {
        String extension = DemoPeople.ALL.stream()
                .filter(person -> person.username().equals(username))
                .map(DemoPeople.Person::extension)
                .findFirst()
                .orElseThrow();
        return new Shift(
                extension,
                DemoStaff.QUEUES.getOrDefault(username, List.of()),
                LocalTime.of(from, 0),
                LocalTime.of(to, 0),
                LocalTime.of(lunch, 0));
    }
}
