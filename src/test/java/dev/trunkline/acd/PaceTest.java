package dev.trunkline.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void tenTriesWithinASecondEachThenOneEveryFive() {
        for (int tried = 0; tried < 10; tried++) {
            assertThat(Pace.after(tried)).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
        }
        assertThat(Pace.after(10)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Pace.after(10_000)).isEqualTo(Duration.ofSeconds(5));
    }
}
