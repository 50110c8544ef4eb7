package dev.trunkline.telephony.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallAccount;
import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.AgentConnected;
import dev.trunkline.call.CallEvent.BridgeEntered;
import dev.trunkline.call.CallEvent.CallVerified;
import dev.trunkline.call.CallEvent.LegAnswered;
import dev.trunkline.call.CallEvent.LegStarted;
import dev.trunkline.call.CallEvent.QueueJoined;
import dev.trunkline.call.tracking.CallRules;
import dev.trunkline.call.tracking.CallTracker;
import dev.trunkline.call.tracking.Folded;
import dev.trunkline.telephony.ami.CapturedCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * However much of a captured call was missed, doubled or out of order: with the PBX's list and its journal afterwards it is
 * the same call as if all of it had been seen, in every field the journal carries.
 */
class ReconciliationPropertiesTest {
    private static final CallRules RULES = CallRules.standard();
    private static final CallTracker TRACKER = new CallTracker(RULES);
    private static final Map<String, List<CallEvent>> EVENTS = new HashMap<>();

    /** The link is cut, comes back, the PBX's list is taken, then the journal is read; the rest is seen live. */
    @Property(tries = 400)
    void aCutIsClosed(
            @ForAll("flows") String flow,
            @ForAll @IntRange(max = 1000) int from,
            @ForAll @IntRange(max = 1000) int length,
            @ForAll @IntRange(max = 1000) int late)
            throws Exception {
        for (JournalCall journal : Captures.calls(flow)) {
            List<CallEvent> all = events(flow, journal.id());
            Call whole = fold(null, all);
            int cut = from * all.size() / 1001;
            int up = Math.min(all.size(), cut + length * (all.size() - cut) / 1000);
            int read = Math.min(all.size(), up + late * (all.size() - up) / 4000);

            Call seen = fold(null, all.subList(0, cut));
            seen = fold(
                    seen,
                    list(
                            fold(null, all.subList(0, up)),
                            up == 0 ? whole.startedAt() : all.get(up - 1).at()));
            seen = fold(seen, all.subList(up, read));
            boolean over = read == all.size();
            Instant upTo = over
                    ? Instant.MAX
                    : read == 0 ? Instant.MIN : all.get(read - 1).at();
            seen = TRACKER.recount(seen, account(journal, upTo, over));
            seen = fold(seen, all.subList(read, all.size()));
            // What is over is looked at once more with its whole journal: who hung up, only its last rows say.
            Call result = TRACKER.recount(seen, account(journal, Instant.MAX, true));

            assertThat(result).isNotNull();
            SameCall.assertSame(result, whole);
        }
    }

    /**
     * The lists and the events of a link that has just come up overtake each other, and the journal may be further than the
     * link or less far: what began in the gap has its agents and its outcome when it ends, without another reading.
     */
    @Property(tries = 2000)
    void theLinkTheListsAndTheJournalNeedNotBeEquallyFar(
            @ForAll("flows") String flow,
            @ForAll @IntRange(max = 1000) int from,
            @ForAll @IntRange(max = 1000) int length,
            @ForAll @IntRange(max = 1000) int late,
            @ForAll @IntRange(max = 12) int listing,
            @ForAll @IntRange(max = 12) int making,
            @ForAll @IntRange(max = 1000) int telling)
            throws Exception {
        for (JournalCall journal : Captures.calls(flow)) {
            List<CallEvent> all = events(flow, journal.id());
            Call whole = fold(null, all);
            int end = all.size() - 1;
            int cut = from * all.size() / 1001;
            int up = Math.min(end, cut + length * (all.size() - cut) / 1000);
            int listed = Math.min(end, up + listing);
            int made = Math.min(listed, up + making);
            int read = listed + late * (end - listed) / 1000;
            int told = listed + telling * (end - listed) / 1000;

            Call seen = fold(null, all.subList(0, cut));
            Instant at = all.get(up).at();
            List<CallEvent> held = all.subList(up, listed);
            boolean open = seen != null && seen.open();
            seen = fold(seen, list(fold(null, all.subList(0, made)), open, at, held));
            seen = fold(seen, held);
            seen = fold(seen, all.subList(listed, read));
            seen = TRACKER.recount(seen, account(journal, all.get(told).at(), false));
            Call result = fold(seen, all.subList(read, all.size()));

            assertThat(result).isNotNull();
            assertThat(result.open()).isFalse();
            assertThat(result.agents()).containsExactlyElementsOf(whole.agents());
            assertThat(result.outcome()).isEqualTo(whole.outcome());
        }
    }

    /** The journal tells of the parking first, the link a little later with another stamp. */
    @Example
    void aParkingToldTwiceIsOne() throws Exception {
        aCutIsClosed("park-and-return", 0, 455, 0);
    }

    /** Whatever was seen of a call that is still held as open, its journal puts it right, and only once. */
    @Property(tries = 400)
    void anythingSeenIsPutRight(@ForAll("flows") String flow, @ForAll long seed) throws Exception {
        Random random = new Random(seed);
        for (JournalCall journal : Captures.calls(flow)) {
            List<CallEvent> all = events(flow, journal.id());
            Call whole = fold(null, all);
            List<CallEvent> some = new ArrayList<>();
            for (CallEvent event : all) {
                for (int copies = random.nextInt(3); copies > 0; copies--) {
                    some.add(event);
                }
            }
            Collections.shuffle(some, random);
            Call seen = null;
            for (CallEvent event : some) {
                Call after = TRACKER.apply(seen, event);
                seen = after == null || after.open() ? after : seen;
            }
            Call mended = TRACKER.recount(seen, account(journal, Instant.MAX, true));
            assertThat(mended).isNotNull();
            assertThat(mended.recovered()).isTrue();
            assertThat(mended.open()).isFalse();
            assertThat(TRACKER.recount(mended, account(journal, Instant.MAX, true)))
                    .isEqualTo(mended);
        }
    }

    /** A call of which nothing was seen is the journal's. */
    @Property(tries = 21)
    void nothingSeenIsTheJournals(@ForAll("flows") String flow) throws Exception {
        for (JournalCall journal : Captures.calls(flow)) {
            Call told = TRACKER.recount(null, account(journal, Instant.MAX, true));
            assertThat(told).isNotNull();
            assertThat(told.recovered()).isTrue();
            SameCall.assertSame(told, fold(null, events(flow, journal.id())));
        }
    }

    @Provide
    Arbitrary<String> flows() throws Exception {
        return Arbitraries.of(Captures.flows().toList());
    }

    private static CallAccount account(JournalCall journal, Instant upTo, boolean over) {
        List<JournalLine> rows =
                journal.rows().stream().filter(row -> !row.at().isAfter(upTo)).toList();
        JournalCall read = new JournalCall(
                journal.id(),
                rows.isEmpty() ? journal.rows().subList(0, 1) : rows,
                journal.queueLog(),
                over ? journal.endedAt() : null,
                null,
                false);
        return new CallAccount(
                "pbx1",
                journal.id(),
                JournalTranslator.events("pbx1", read, RULES.agentOfEndpoint()),
                read.lastAt(),
                over);
    }

    private static List<CallEvent> list(Call now, Instant at) {
        return list(now, false, at, List.of());
    }

    /**
     * What the PBX's lists tell of a call, and that it has no more of it.
     *
     * @param now the call as it was when the lists were made
     * @param known whether the call is held as open
     * @param held what was heard of it since and is told afterwards
     */
    private static List<CallEvent> list(Call now, boolean known, Instant at, List<CallEvent> held) {
        List<CallEvent> events = new ArrayList<>();
        Set<String> begun = legs(held, LegStarted.class, LegStarted::legId);
        Set<String> ended = legs(held, CallEvent.LegEnded.class, CallEvent.LegEnded::legId);
        List<Call.Leg> up = now == null
                ? List.of()
                : now.legs().stream()
                        .filter(leg -> leg.endedAt() == null && !begun.contains(leg.id()))
                        .toList();
        if (now == null || (up.isEmpty() && !known)) {
            return events;
        }
        String pbx = now.pbx();
        for (Call.Leg leg : up) {
            events.add(new LegStarted(
                    pbx,
                    leg.startedAt(),
                    now.id(),
                    leg.id(),
                    leg.channel(),
                    leg.id().equals(now.id()) ? now.from() : null,
                    null,
                    false,
                    leg.entered() ? now.to() : null,
                    null));
            if (leg.answeredAt() != null) {
                events.add(new LegAnswered(pbx, at, now.id(), leg.id()));
            }
            if (leg.bridge() != null) {
                events.add(new BridgeEntered(pbx, at, now.id(), leg.id(), leg.bridge()));
            }
        }
        boolean joins = held.stream().anyMatch(QueueJoined.class::isInstance);
        now.visits().stream()
                .filter(visit -> visit.leftAt() == null && !joins)
                .forEach(visit -> events.add(
                        new QueueJoined(pbx, visit.joinedAt().plusMillis(300), now.id(), now.id(), visit.queue(), 1)));
        now.segments().stream()
                .filter(segment -> segment.to() == null && now.queue() != null)
                .filter(segment -> up.stream().anyMatch(leg -> leg.id().equals(segment.legId())))
                .forEach(segment -> events.add(
                        new AgentConnected(pbx, at, now.id(), now.queue(), segment.agent(), segment.legId())));
        Stream<String> goOn = Stream.of(up.stream().map(Call.Leg::id), begun.stream(), ended.stream())
                .flatMap(legs -> legs);
        events.add(new CallVerified(pbx, at, now.id(), goOn.distinct().toList()));
        return events;
    }

    private static <T extends CallEvent> Set<String> legs(List<CallEvent> of, Class<T> kind, Function<T, String> leg) {
        return of.stream().filter(kind::isInstance).map(kind::cast).map(leg).collect(Collectors.toSet());
    }

    private static Call fold(Call call, List<CallEvent> events) {
        for (CallEvent event : events) {
            call = TRACKER.apply(call, event);
        }
        return call;
    }

    private static List<CallEvent> events(String flow, String call) throws Exception {
        List<CallEvent> all = EVENTS.get(flow);
        if (all == null) {
            all = CapturedCalls.of(flow);
            EVENTS.put(flow, all);
        }
        return Folded.explained(all).stream()
                .filter(event -> event.callId().equals(call))
                .toList();
    }
}
