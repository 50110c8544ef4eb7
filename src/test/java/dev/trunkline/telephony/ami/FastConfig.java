package dev.trunkline.telephony.ami;

import dev.trunkline.telephony.PbxConfig;
import java.time.Duration;
import java.util.Optional;

/** Short waits, so that tests of long ones are quick. */
record FastConfig(Duration readTimeout, Duration responseTimeout, Duration retryFirst) implements PbxConfig {
    FastConfig() {
        this(Duration.ofSeconds(10));
    }

    FastConfig(Duration readTimeout) {
        this(readTimeout, Duration.ofSeconds(1));
    }

    FastConfig(Duration readTimeout, Duration responseTimeout) {
        this(readTimeout, responseTimeout, Duration.ofMillis(10));
    }

    @Override
    public Optional<String> host() {
        return Optional.of("127.0.0.1");
    }

    @Override
    public int port() {
        return 5038;
    }

    @Override
    public String username() {
        return "trunkline";
    }

    @Override
    public String secret() {
        return "trunkline";
    }

    @Override
    public Optional<String> dialplanSecret() {
        return Optional.empty();
    }

    @Override
    public Optional<String> tls() {
        return Optional.empty();
    }

    @Override
    public Optional<String> recordingsDir() {
        return Optional.empty();
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration pingEvery() {
        return Duration.ofMillis(100);
    }

    @Override
    public Duration retryMost() {
        return retryFirst.multipliedBy(5);
    }

    @Override
    public Duration retryRefused() {
        return Duration.ofMillis(20);
    }
}
