package dev.trunkline.call.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Outcome;
import dev.trunkline.call.CallAccount;
import dev.trunkline.call.CallChange;
import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallRecovery.Result;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

/** Calls that end while it is still being found out what was missed of them. */
class CallTrackingTest {
    private final Told told = new Told();
    private final Written written = new Written();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallTracking tracking =
            new CallTracking(CallRules.standard(), new CallWriter(written, meters, 100, Duration.ZERO), told, meters);

    /** The customer talks to an agent already when the PBX is heard again, and hangs up before its journal has been read. */
    @Test
    void an_end_is_stored_with_what_the_journal_tells_before_it() {
        Script answered = Script.answered();
        tracking.keepEnds(Script.PBX, Instant.MAX);
        hear(new Script("c1").at(60).customer("13800138000", "4008001000").verified("c1"));
        tracking.keepEnds(Script.PBX, Script.second(61));
        hear(new Script("c1").at(67).hangsUp("c1").ended("c1", 16));

        assertThat(told.changes).last().isInstanceOf(CallChange.Ended.class);
        assertThat(written.calls).allMatch(Call::open);
        assertThat(tracking.openCalls(Script.PBX)).isEmpty();
        assertThat(tracking.keptEnds(Script.PBX)).containsExactly("c1");
        assertThat(tracking.earliest(Script.PBX)).contains(Script.second(60));

        List<CallEvent> first = answered.events.subList(0, 6);
        CallAccount part = new CallAccount(Script.PBX, "c1", first, Script.second(3), false);
        assertThat(tracking.holds(part)).isTrue();
        assertThat(tracking.recount(part, null)).isEqualTo(Result.MENDED);
        assertThat(written.calls).as("the journal may be behind").allMatch(Call::open);

        CallAccount whole = new CallAccount(Script.PBX, "c1", answered.events, Script.second(67), true);
        assertThat(tracking.recount(whole, null)).isEqualTo(Result.MENDED);

        Call stored = written.calls.getLast();
        assertThat(stored.startedAt()).isEqualTo(Script.START);
        assertThat(stored.agents()).containsExactly("1001");
        assertThat(stored.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(tracking.keptEnds(Script.PBX)).isEmpty();
    }

    /** The database had it as open when it was asked. */
    @Test
    void a_call_that_has_ended_since_is_not_taken_up_as_open_again() {
        Script answered = Script.answered();
        hear(answered);
        assertThat(written.calls.getLast().open()).isFalse();

        List<CallEvent> first = answered.events.subList(0, 6);
        CallAccount part = new CallAccount(Script.PBX, "c1", first, Script.second(3), false);
        assertThat(tracking.recount(part, Script.fold(answered.events.subList(0, 2))))
                .isEqualTo(Result.LATER);
        assertThat(tracking.openCalls(Script.PBX)).isEmpty();
    }

    @Test
    void an_end_of_which_the_journal_knows_nothing_is_stored_as_it_was_seen() {
        tracking.keepEnds(Script.PBX, Script.second(30));
        hear(new Script("c1")
                .at(20)
                .customer("13800138000", "4008001000")
                .at(31)
                .ended("c1", 16));
        assertThat(written.calls).allMatch(Call::open);

        tracking.releaseEnds(Script.PBX);
        assertThat(written.calls.getLast().endedAt()).isEqualTo(Script.second(31));
        assertThat(tracking.keptEnds(Script.PBX)).isEmpty();
    }

    @Test
    void a_call_that_begins_afterwards_is_none_of_those() {
        tracking.keepEnds(Script.PBX, Script.second(30));
        hear(new Script("c1")
                .at(30)
                .customer("13800138000", "4008001000")
                .at(31)
                .ended("c1", 16));
        assertThat(written.calls.getLast().open()).isFalse();
    }

    /** Who hung up, and when the legs really began, may have been said before the PBX was heard again. */
    @Test
    void the_end_of_a_call_missed_in_part_is_completed_from_the_journal() {
        AtomicInteger ends = new AtomicInteger();
        tracking.onPartEnd(ends::incrementAndGet);
        hear(new Script("c1").customer("13800138000", "4008001000").at(9).ended("c1", 16));
        hear(new Script("c2").at(60).customer("13800138000", "4008001000").verified("c2"));
        assertThat(ends).hasValue(0);
        hear(new Script("c2").at(67).ended("c2", 16));
        assertThat(ends).hasValue(1);

        Call seen = written.calls.getLast();
        assertThat(seen.endedBy()).isNull();
        Script whole = new Script("c2")
                .at(50)
                .customer("13800138000", "4008001000")
                .at(67)
                .ended("c2", 16);
        Call told = new CallTracker(CallRules.standard())
                .recount(seen, new CallAccount(Script.PBX, "c2", whole.events, Script.second(67), true));
        assertThat(told.endedBy()).isEqualTo(Call.Party.PBX);
        assertThat(told.startedAt()).isEqualTo(Script.second(50));
    }

    private void hear(Script script) {
        script.events.forEach(tracking::take);
    }

    private static final class Written extends CallRows {
        private final List<Call> calls = new ArrayList<>();

        Written() {
            super(null, null, null, null, Clock.systemUTC());
        }

        @Override
        Uni<Void> write(List<Call> batch) {
            calls.addAll(batch);
            return Uni.createFrom().voidItem();
        }
    }

    private static final class Told implements Emitter<CallChange> {
        private final List<CallChange> changes = new ArrayList<>();

        @Override
        public CompletionStage<Void> send(CallChange change) {
            changes.add(change);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public <M extends Message<? extends CallChange>> void send(M message) {
            changes.add(message.getPayload());
        }

        @Override
        public void complete() {}

        @Override
        public void error(Exception failure) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public boolean hasRequests() {
            return true;
        }
    }
}
