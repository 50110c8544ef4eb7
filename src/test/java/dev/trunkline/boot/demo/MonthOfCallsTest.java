package dev.trunkline.boot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Outcome;
import dev.trunkline.call.CallArchive;
import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallFigures;
import dev.trunkline.call.tracking.CallRules;
import dev.trunkline.call.tracking.CallTracker;
import dev.trunkline.shared.phone.PhoneNumbers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The month that the demo plays, at whatever moment it is started. */
class MonthOfCallsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final PhoneNumbers PHONES = new PhoneNumbers("CN");

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-22T02:30:00Z", "2026-11-20T09:41:07Z", "2026-03-02T00:30:00Z", "2026-12-31T15:59:59Z"})
    void isSoundWhenever(String moment) {
        Instant now = Instant.parse(moment);
        List<PastCall> calls = month(now);

        assertThat(calls).hasSizeBetween(900, 1_500);
        assertThat(calls).allSatisfy(past -> {
            Call call = past.call();
            CallFigures figures = CallFigures.of(call);
            assertThat(call.recovered()).isFalse();
            assertThat(past.doneAt()).isAfter(call.startedAt()).isBefore(now);
            assertThat(call.startedAt()).isAfter(now.minus(Duration.ofDays(32)));
            assertThat(call.outcome() == Outcome.ANSWERED)
                    .isEqualTo(!call.segments().isEmpty());
            assertThat(figures.talkMs() == null).isEqualTo(call.segments().isEmpty());
            assertThat(figures.waitMs() == null).isEqualTo(call.visits().isEmpty());
            if (past.customer() != null) {
                assertThat(past.customer().createdAt()).isBefore(call.startedAt());
            }
        });
        nobodyTalksTwiceAtOnce(calls);
        assertThat(calls.stream().map(past -> past.call().id())).doesNotHaveDuplicates();
    }

    @Test
    void hasEveryKindOfCallInBelievableShares() {
        List<PastCall> calls = month(Instant.parse("2026-11-20T09:41:07Z"));
        List<PastCall> inbound = calls.stream().filter(PastCall::inbound).toList();
        assertThat(calls.stream().map(past -> past.call().outcome()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        Outcome.ANSWERED,
                        Outcome.ABANDONED,
                        Outcome.SHORT_ABANDONED,
                        Outcome.OVERFLOWED,
                        Outcome.NO_ANSWER,
                        Outcome.BUSY,
                        Outcome.FAILED);
        assertThat(share(inbound, Outcome.ANSWERED)).isBetween(0.75, 0.95);
        assertThat(share(inbound, Outcome.ABANDONED)).isBetween(0.03, 0.2);
        assertThat(calls.stream().map(past -> past.call().direction()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Call.Direction.values());
        assertThat(inbound)
                .anyMatch(PastCall::chosen)
                .anyMatch(past -> past.call().withheld());
    }

    @Test
    void isBusyOnWorkingDays() {
        Map<LocalDate, Long> days = month(Instant.parse("2026-11-20T09:41:07Z")).stream()
                .collect(Collectors.groupingBy(
                        past -> past.call().startedAt().atZone(SHANGHAI).toLocalDate(), Collectors.counting()));
        assertThat(days.get(LocalDate.parse("2026-11-18"))).isBetween(38L, 70L);
        assertThat(days.get(LocalDate.parse("2026-11-15"))).isBetween(4L, 20L);
    }

    @Test
    void isTheSameEachTime() {
        Instant now = Instant.parse("2026-11-20T09:41:07Z");
        assertThat(month(now).stream().map(PastCall::call).toList())
                .isEqualTo(month(now).stream().map(PastCall::call).toList());
    }

    private static double share(List<PastCall> calls, Outcome outcome) {
        return (double) calls.stream()
                        .filter(past -> past.call().outcome() == outcome)
                        .count()
                / calls.size();
    }

    private static void nobodyTalksTwiceAtOnce(List<PastCall> calls) {
        Map<String, List<Call.Segment>> byAgent = new HashMap<>();
        calls.forEach(past -> past.call()
                .segments()
                .forEach(segment -> byAgent.computeIfAbsent(segment.agent(), agent -> new ArrayList<>())
                        .add(segment)));
        assertThat(byAgent.keySet()).containsExactlyInAnyOrder("1001", "1002", "1003", "1004");
        byAgent.values().forEach(segments -> {
            segments.sort(Comparator.comparing(Call.Segment::from));
            for (int i = 1; i < segments.size(); i++) {
                assertThat(segments.get(i).from()).isAfter(segments.get(i - 1).to());
            }
        });
    }

    private static List<PastCall> month(Instant now) {
        Dice dice = new Dice(1);
        DemoNumbers numbers = new DemoNumbers(dice);
        DemoCustomers maker = new DemoCustomers(new ObjectMapper(), PHONES);
        List<DemoCustomer> customers = maker.make(dice, numbers, Map.of(), now);
        Whom whom = new Whom(dice, numbers, customers, maker.normal(numbers.strangers(40)));
        return new MonthOfCalls(dice, SHANGHAI, whom, new Tracker()).until(now);
    }

    /** The tracker by its standard rules. */
    private static final class Tracker implements CallArchive {
        private final CallTracker tracker = new CallTracker(CallRules.standard());

        @Override
        public Call fold(List<CallEvent> events) {
            Call call = null;
            for (CallEvent event : events) {
                call = tracker.apply(call, event);
            }
            assertThat(call).isNotNull();
            assertThat(call.open()).isFalse();
            return call;
        }

        @Override
        public Uni<Void> add(SqlConnection transaction, List<Call> ended) {
            throw new UnsupportedOperationException();
        }
    }
}
