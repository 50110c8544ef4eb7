package dev.trunkline.call.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallChange;
import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallFigures;
import dev.trunkline.shared.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CallTrackerPropertiesTest {
    private final CallTracker tracker = new CallTracker(CallRules.standard());

    @Property(tries = 2000)
    void anyEventsInAnyOrderMakeASoundCall(@ForAll("anyEvents") List<CallEvent> events) {
        Call call = null;
        int ended = 0;
        for (CallEvent event : events) {
            Call after = tracker.apply(call, event);
            assertThat(tracker.apply(after, event)).as("a copy of %s", event).isSameAs(after);
            if (after != null) {
                ended += (int) CallChanges.between(call, after, event.at(), Ids::next).stream()
                        .filter(CallChange.Ended.class::isInstance)
                        .count();
                sound(after);
            }
            call = after;
        }
        assertThat(ended).isEqualTo(call != null && !call.open() ? 1 : 0);
    }

    @Property(tries = 500)
    void anyOrderAndGapsEndOnceVerified(@ForAll("shuffled") List<CallEvent> events) {
        List<CallEvent> all = new ArrayList<>(events);
        all.add(new CallEvent.CallVerified(Script.PBX, Script.second(100), "c1", List.of()));
        Call call = Script.fold(all);
        if (call != null) {
            assertThat(call.open()).isFalse();
            assertThat(call.outcome()).isNotNull();
            sound(call);
        }
    }

    @Property(tries = 500)
    void lateCopiesChangeNothing(@ForAll("withCopies") List<CallEvent> events) {
        assertThat(Script.fold(events)).isEqualTo(Script.answered().call());
    }

    private static void sound(Call call) {
        Instant start = call.startedAt();
        List<Instant> times = Stream.of(
                        Stream.of(call.answeredAt(), call.endedAt()),
                        call.legs().stream()
                                .flatMap(leg -> Stream.of(
                                        leg.startedAt(),
                                        leg.dialledAt(),
                                        leg.ringingAt(),
                                        leg.answeredAt(),
                                        leg.endedAt())),
                        call.visits().stream().flatMap(visit -> Stream.of(visit.joinedAt(), visit.leftAt())),
                        call.segments().stream().flatMap(segment -> Stream.of(segment.from(), segment.to())),
                        call.holds().stream().flatMap(hold -> Stream.of(hold.from(), hold.to())))
                .flatMap(found -> found)
                .filter(java.util.Objects::nonNull)
                .toList();
        assertThat(times).allSatisfy(time -> assertThat(time).isAfterOrEqualTo(start));
        CallFigures figures = CallFigures.of(call);
        assertThat(Stream.of(figures.waitMs(), figures.ringMs(), figures.talkMs(), figures.holdMs())
                        .filter(java.util.Objects::nonNull))
                .allMatch(ms -> ms >= 0);
        if (!call.open()) {
            assertThat(call.outcome()).isNotNull();
            assertThat(call.legs()).allMatch(leg -> leg.endedAt() != null);
            assertThat(call.segments()).allMatch(segment -> segment.to() != null);
            assertThat(call.holds()).allMatch(hold -> hold.to() != null);
            assertThat(call.visits()).allMatch(visit -> visit.leftAt() != null);
            assertThat(call.visits().stream().flatMap(visit -> visit.offers().stream()))
                    .allMatch(offer -> offer.outcome() != null);
        }
    }

    @Provide
    Arbitrary<List<CallEvent>> shuffled() {
        List<CallEvent> events = Script.answered().events;
        return Arbitraries.shuffle(events)
                .flatMap(
                        order -> Arbitraries.integers().between(1, order.size()).map(count -> order.subList(0, count)));
    }

    @Provide
    Arbitrary<List<CallEvent>> withCopies() {
        List<CallEvent> events = Script.answered().events;
        return Combinators.combine(
                        Arbitraries.integers().between(0, events.size() - 1),
                        Arbitraries.integers().between(0, events.size() - 1))
                .as((from, to) -> {
                    List<CallEvent> copy = new ArrayList<>(events);
                    copy.add(Math.max(from, to) + 1, events.get(Math.min(from, to)));
                    return copy;
                });
    }

    @Provide
    Arbitrary<List<CallEvent>> anyEvents() {
        Arbitrary<Instant> at = Arbitraries.integers().between(0, 60).map(Script::second);
        Arbitrary<String> leg = Arbitraries.of("c1", "a1", "a2", "x1");
        Arbitrary<String> agent = Arbitraries.of("1001", "1002");
        Arbitrary<String> queue = Arbitraries.of("support", "sales");
        Arbitrary<Integer> kind = Arbitraries.integers().between(0, 22);
        return Combinators.combine(
                        kind, at, leg, agent, queue, Arbitraries.integers().between(0, 6))
                .as(CallTrackerPropertiesTest::event)
                .list()
                .ofMaxSize(60);
    }

    private static CallEvent event(int kind, Instant at, String leg, String agent, String queue, int n) {
        String pbx = Script.PBX;
        String id = "c1";
        return switch (kind) {
            case 0 ->
                new CallEvent.LegStarted(
                        pbx,
                        at,
                        id,
                        leg,
                        leg.startsWith("a") ? "PJSIP/" + agent + "-1" : "PJSIP/lab-1",
                        n == 0 ? null : "138\u00000138000\uD800",
                        n == 1 ? "\n王" : null,
                        n == 2,
                        n == 3 ? null : "4008001000",
                        n == 4 ? null : "from-trunk");
            case 1 -> new CallEvent.CallerPresented(pbx, at, id, leg, n == 0 ? null : "4008001000", n == 1);
            case 2 -> new CallEvent.LegAnswered(pbx, at, id, leg);
            case 3 -> new CallEvent.LegRinging(pbx, at, id, leg);
            case 4 -> new CallEvent.DialStarted(pbx, at, id, n == 0 ? null : "c1", leg, n == 1 ? null : "PJSIP/1@lab");
            case 5 -> new CallEvent.DialEnded(pbx, at, id, leg, CallEvent.DialStatus.values()[n]);
            case 6 -> new CallEvent.QueueJoined(pbx, at, id, leg, queue, n);
            case 7 -> new CallEvent.QueueLeft(pbx, at, id, leg, queue);
            case 8 -> new CallEvent.QueueAbandoned(pbx, at, id, leg, queue);
            case 9 ->
                new CallEvent.QueueExited(
                        pbx,
                        at,
                        id,
                        queue,
                        CallEvent.QueueExitReason.values()[n % CallEvent.QueueExitReason.values().length]);
            case 10 -> new CallEvent.OfferStarted(pbx, at, id, queue, agent, leg);
            case 11 -> new CallEvent.OfferRefused(pbx, at, id, queue, agent, n - 1L);
            case 12 -> new CallEvent.AgentConnected(pbx, at, id, queue, agent, n == 0 ? null : leg);
            case 13 ->
                new CallEvent.AgentCompleted(pbx, at, id, queue, agent, CallEvent.CompleteReason.values()[n % 3]);
            case 14 -> new CallEvent.BridgeEntered(pbx, at, id, leg, "b" + n % 2);
            case 15 -> new CallEvent.BridgeLeft(pbx, at, id, leg, "b" + n % 2);
            case 16 -> new CallEvent.HoldStarted(pbx, at, id, leg);
            case 17 -> new CallEvent.HoldEnded(pbx, at, id, leg);
            case 18 -> new CallEvent.HangupRequested(pbx, at, id, leg);
            case 19 -> new CallEvent.LegEnded(pbx, at, id, leg, n * 5, n == 0 ? null : "48" + n);
            case 20 -> new CallEvent.RecordingStarted(pbx, at, id, "../" + n);
            case 21 -> new CallEvent.LegMoved(pbx, at, id, leg, "c2");
            default -> new CallEvent.CallVerified(pbx, at, id, n < 3 ? List.of() : List.of(leg));
        };
    }
}
