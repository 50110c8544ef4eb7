package dev.trunkline.shared.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyCountsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Latency latency = new Latency(registry, "trunkline_test", "For a test");

    @Test
    void of_nothing_nothing_is_said() {
        assertThat(latency.counts().count()).isZero();
        assertThat(latency.counts().quantileMs(0.5)).isNull();
        assertThat(LatencyCounts.none().overASecond()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5, 0.5", "0.5, 0.5, 0.5", "0.6, 0.5, 1", "4, 3, 5", "1000, 500, 1000", "1001, 1000, 2500"})
    void a_single_time_is_within_its_bucket(double ms, double least, double most) {
        record(ms);
        assertThat(latency.counts().quantileMs(0.99)).isBetween(least, most);
    }

    @Test
    void quantiles_are_those_of_what_came_since() {
        record(20_000);
        LatencyCounts before = latency.counts();
        for (int i = 0; i < 99; i++) {
            record(1.5);
        }
        record(700);
        LatencyCounts since = latency.counts().since(before);
        assertThat(since.count()).isEqualTo(100);
        assertThat(since.quantileMs(0.5)).isCloseTo(1.5, within(0.1));
        assertThat(since.quantileMs(0.99)).isEqualTo(2.0);
        assertThat(since.quantileMs(1)).isEqualTo(1_000.0);
        assertThat(since.overASecond()).isZero();
        assertThat(latency.counts().overASecond()).isOne();
    }

    @Test
    void clocks_that_differ_a_little_make_no_negative_time() {
        latency.record(Duration.ofMillis(-3));
        assertThat(latency.counts().count()).isOne();
        assertThat(registry.get("trunkline_test").timer().max(java.util.concurrent.TimeUnit.MILLISECONDS))
                .isZero();
    }

    @Test
    void what_takes_longest_counts_as_a_minute() {
        record(3_600_000);
        assertThat(latency.counts().quantileMs(0.5)).isEqualTo(60_000.0);
        assertThat(latency.counts().overASecond()).isOne();
    }

    private void record(double ms) {
        latency.record(Duration.ofNanos((long) (ms * 1_000_000)));
    }
}
