package dev.trunkline.telephony.simulator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How the simulated PBX and the people around it behave. */
@ConfigMapping(prefix = "trunkline.simulator")
public interface SimulatorConfig {

    /** Whether customers call by themselves; in the demo they do. */
    @WithDefault("false")
    boolean callers();

    /** Whether phones are answered and hung up by themselves; without it a test plays the people. */
    @WithDefault("false")
    boolean people();

    /** How many times as quick as real ones the people are. */
    @WithDefault("1")
    double pace();

    /** How many agents' phones there are, from 1001. */
    @WithDefault("20")
    int phones();

    /** Where CEL and queue_log are written, to be read there by {@code trunkline.pbx.journal-dir}; empty for nowhere. */
    Optional<String> journalDir();

    /** The name in front of every id. */
    @WithDefault("sim1")
    String systemName();

    /** How far its clock is ahead of ours; negative: behind. */
    @WithDefault("0s")
    Duration clockAhead();

    /** The port to listen on at the loopback; 0 takes a free one. */
    @WithDefault("0")
    int port();

    /** Which number leads to which queue. */
    Map<String, String> dids();

    /** How long callers hear that the call is recorded before they wait. */
    @WithDefault("2300ms")
    Duration notice();

    /** How long one agent's phone is rung. */
    @WithDefault("15s")
    Duration ring();

    /** The pause before the next agent is rung. */
    @WithDefault("1s")
    Duration retry();

    /** How long a caller may wait unless the queue's own setting says otherwise. */
    @WithDefault("300s")
    Duration queueTimeout();

    /** Whether recordings are written as files. */
    @WithDefault("true")
    boolean recordings();
}
