package dev.trunkline.shared.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private final UUID event = UUID.randomUUID();
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final Retries retries = new Retries(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void eachFailureWaitsTwiceAsLongUpToFiveMinutes() {
        assertThat(retries.failed(event)).isEqualTo(Duration.ofSeconds(1));
        assertThat(retries.failed(event)).isEqualTo(Duration.ofSeconds(2));
        assertThat(retries.failed(event)).isEqualTo(Duration.ofSeconds(4));
        for (int i = 0; i < 100; i++) {
            retries.failed(event);
        }
        assertThat(retries.failed(event)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void itsTimeComesAndSuccessForgetsIt() {
        retries.failed(event);
        assertThat(retries.notYet()).containsExactly(event);
        now = now.plusSeconds(1);
        assertThat(retries.notYet()).isEmpty();

        retries.done(event);
        assertThat(retries.failed(event)).isEqualTo(Duration.ofSeconds(1));
    }
}
