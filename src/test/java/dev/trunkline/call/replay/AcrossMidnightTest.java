package dev.trunkline.call.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallFigures;
import dev.trunkline.call.tracking.Folded;
import dev.trunkline.telephony.ami.CapturedCalls;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Captured calls, moved so that midnight falls into each of them: by the PBX's day, by the caller's, and into the hour that
 * summer time skips or repeats. Nothing but the times may change, for all of them are instants of the PBX's clock.
 */
class AcrossMidnightTest {

    private static final List<Instant> MIDNIGHTS = List.of(
            midnight("2026-11-23", "UTC"),
            midnight("2027-01-01", "Asia/Shanghai"),
            midnight("2028-02-29", "Asia/Shanghai"),
            Instant.parse("2027-03-28T01:00:00Z"), // clocks go forward in Berlin
            Instant.parse("2026-10-25T01:00:00Z")); // and back

    static List<String> flows() throws IOException {
        return CallReplayTest.flows();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aCallIsTheSameAtAnyTimeOfDay(String flow) throws Exception {
        List<CallEvent> events = CapturedCalls.of(flow);
        Map<String, Call> calls = Folded.calls(events);
        Instant middle = middle(calls.values().iterator().next());
        for (Instant midnight : MIDNIGHTS) {
            Duration by = Duration.between(middle, midnight);
            Map<String, Call> moved =
                    Folded.calls(events.stream().map(event -> moved(event, by)).toList());

            assertThat(moved.keySet()).isEqualTo(calls.keySet());
            calls.forEach((id, call) -> {
                assertThat(moved.get(id)).isEqualTo(moved(call, by));
                assertThat(CallFigures.of(moved.get(id))).isEqualTo(CallFigures.of(call));
            });
            Call first = moved.values().iterator().next();
            assertThat(first.startedAt()).isBefore(midnight);
            assertThat(first.endedAt()).isAfter(midnight);
        }
    }

    private static Instant midnight(String day, String zone) {
        return LocalDate.parse(day).atStartOfDay(ZoneId.of(zone)).toInstant();
    }

    private static Instant middle(Call call) {
        return call.startedAt()
                .plus(Duration.between(call.startedAt(), call.endedAt()).dividedBy(2));
    }

    /** The same with all its times moved, those within it included. */
    @SuppressWarnings("unchecked")
    private static <T> T moved(T value, Duration by) {
        return (T)
                switch (value) {
                    case Instant at -> at.plus(by);
                    case List<?> list ->
                        list.stream().map(item -> moved(item, by)).toList();
                    case Record record -> movedRecord(record, by);
                    case null -> null;
                    default -> value;
                };
    }

    private static Record movedRecord(Record record, Duration by) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = moved(components[i].getAccessor().invoke(record), by);
            }
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
