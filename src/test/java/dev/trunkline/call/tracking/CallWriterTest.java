package dev.trunkline.call.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trunkline.call.Call;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A database that does not answer, and more ends than can wait for it. */
class CallWriterTest {
    private final StuckRows rows = new StuckRows();
    private final CallWriter writer = new CallWriter(rows, new SimpleMeterRegistry(), 2, Duration.ZERO);

    private static final class StuckRows extends CallRows {
        private final List<List<Call>> asked = new ArrayList<>();
        private volatile UniEmitter<? super Void> answer;

        StuckRows() {
            super(null, null, null, null, Clock.systemUTC());
        }

        @Override
        Uni<Void> write(List<Call> calls) {
            asked.add(calls);
            return Uni.createFrom().emitter(emitter -> answer = emitter);
        }
    }

    @Test
    void the_loss_of_an_end_is_told_with_where_to_look_for_it() {
        AtomicInteger told = new AtomicInteger();
        writer.onLoss(told::incrementAndGet);
        writer.write(ended("under way", 10));
        writer.write(ended("first", 20));
        writer.write(ended("second", 30));
        assertThat(writer.takeLoss(Script.PBX)).isEmpty();

        writer.write(ended("too many", 5));
        writer.write(ended("far too many", 7));
        assertThat(told).hasValue(2);
        assertThat(writer.holdsEnd("first")).isTrue();
        assertThat(writer.holdsEnd("under way")).isTrue();
        assertThat(writer.holdsEnd("too many")).isFalse();
        assertThat(writer.earliest(Script.PBX)).contains(Script.second(5));
        assertThat(writer.takeLoss(Script.PBX)).contains(Script.second(5));
        assertThat(writer.takeLoss(Script.PBX)).isEmpty();
        assertThat(writer.earliest(Script.PBX)).contains(Script.second(10));

        rows.answer.complete(null);
        rows.answer.complete(null);
        assertThat(rows.asked).hasSize(2);
        assertThat(writer.earliest(Script.PBX)).isEmpty();
        assertThat(writer.holdsEnd("first")).isFalse();
    }

    @Test
    void the_state_of_a_call_that_goes_on_makes_room_for_an_end() {
        writer.write(ended("under way", 1));
        writer.write(
                new Script("open").at(2).customer("13800138000", "4008001000").call());
        writer.write(ended("first", 3));
        writer.write(ended("second", 4));
        assertThat(writer.holdsEnd("second")).isTrue();
        assertThat(writer.takeLoss(Script.PBX)).isEmpty();
    }

    @Test
    void a_call_that_goes_on_does_not_wait_behind_all_that_are_over() {
        CallWriter patient = new CallWriter(rows, new SimpleMeterRegistry(), 1_000, Duration.ZERO);
        patient.write(ended("under way", 1));
        for (int i = 0; i < 200; i++) {
            patient.write(ended("over " + i, 2));
        }
        patient.write(
                new Script("open").at(3).customer("13800138000", "4008001000").call());

        rows.answer.complete(null);
        assertThat(rows.asked.getLast())
                .hasSizeLessThan(60)
                .extracting(Call::id)
                .contains("over 0", "open");
        while (patient.holdsEnd("over 199")) {
            rows.answer.complete(null);
        }
        assertThat(rows.asked.stream().mapToInt(List::size).sum()).isEqualTo(202);
    }

    /** SQLSTATE 53100, disk_full. */
    @Test
    void a_full_disk_of_the_database_is_waited_for() {
        writer.write(ended("first", 1));
        UniEmitter<? super Void> refused = rows.answer;
        refused.fail(new PgException("could not extend file", "ERROR", "53100", "No space left on device"));
        assertThat(writer.holdsEnd("first")).isTrue();
        await().until(() -> rows.answer != refused);
        rows.answer.complete(null);
        assertThat(writer.holdsEnd("first")).isFalse();
        assertThat(writer.earliest(Script.PBX)).isEmpty();
    }

    private static Call ended(String id, double at) {
        return new Script(id)
                .at(at)
                .customer("13800138000", "4008001000")
                .at(60)
                .ended(id, 16)
                .call();
    }
}
