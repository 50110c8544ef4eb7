package dev.trunkline.telephony.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The settings of the real configuration, without anybody acting by themselves. */
record PlainConfig(boolean callers, boolean people) implements SimulatorConfig {

    PlainConfig() {
        this(false, false);
    }

    @Override
    public double pace() {
        return 1;
    }

    @Override
    public int phones() {
        return 20;
    }

    @Override
    public Optional<String> journalDir() {
        return Optional.empty();
    }

    @Override
    public String systemName() {
        return "pbx1";
    }

    @Override
    public Duration clockAhead() {
        return Duration.ZERO;
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public Map<String, String> dids() {
        return Map.of("4008001000", "support", "4008002000", "sales");
    }

    @Override
    public Duration notice() {
        return Duration.ofMillis(2_300);
    }

    @Override
    public Duration ring() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Duration retry() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration queueTimeout() {
        return Duration.ofSeconds(300);
    }

    @Override
    public boolean recordings() {
        return true;
    }
}
