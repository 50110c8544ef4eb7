package dev.trunkline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private final Figures figures = new Figures();
    private final Readings readings = new Readings(4);

    @Test
    void two_readings_make_one_sample() {
        read();
        figures.read += 1_234;
        figures.waiting = 7;
        figures.waitingEvents = 12;
        figures.lag(4);
        figures.pop(20);
        read();
        assertThat(readings.samples()).singleElement().satisfies(sample -> {
            assertThat(sample.at()).isEqualTo(Figures.NOON.plusSeconds(10));
            assertThat(sample.eventsPerSecond()).isEqualTo(246.8);
            assertThat(sample.lagP99Ms()).isEqualTo(5.0);
            assertThat(sample.popP50Ms()).isEqualTo(25.0);
            assertThat(sample.pops()).isOne();
            assertThat(sample.unwritten()).isEqualTo(7);
            assertThat(sample.waiting()).isEqualTo(12);
            assertThat(sample.databaseMs()).isEqualTo(0.8);
        });
    }

    @Test
    void a_quiet_time_has_no_latency() {
        read();
        read();
        assertThat(readings.samples()).singleElement().satisfies(sample -> {
            assertThat(sample.eventsPerSecond()).isZero();
            assertThat(sample.lagP50Ms()).isNull();
            assertThat(sample.popP99Ms()).isNull();
        });
    }

    @Test
    void only_the_newest_are_kept() {
        for (int i = 0; i < 9; i++) {
            read();
        }
        assertThat(readings.samples()).hasSize(3);
        assertThat(readings.last())
                .hasValueSatisfying(last -> assertThat(last.at()).isEqualTo(Figures.NOON.plusSeconds(45)));
    }

    @Test
    void counting_begins_with_the_first_reading_that_is_young_enough() {
        assertThat(readings.since(Figures.NOON, Duration.ofHours(1))).isEmpty();
        read();
        read();
        read();
        assertThat(readings.since(Figures.NOON.plusSeconds(16), Duration.ofSeconds(7)))
                .hasValueSatisfying(found -> assertThat(found.at()).isEqualTo(Figures.NOON.plusSeconds(10)));
    }

    private void read() {
        figures.at = figures.at.plusSeconds(5);
        readings.add(figures.reading());
    }
}
