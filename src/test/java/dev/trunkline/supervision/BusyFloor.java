package dev.trunkline.supervision;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A simulated PBX with many phones and quick people, which writes a journal, and a link that is away for two seconds whenever
 * it is cut. It is about noon, so that no midnight comes in between.
 */
public class BusyFloor implements QuarkusTestProfile {
    static final String NUMBER = "4008009000";
    static final String QUEUE = "floor";
    static final ZoneId NOON = noon();

    @Override
    public Map<String, String> getConfigOverrides() {
        String journal = directory();
        return Map.ofEntries(
                Map.entry("trunkline.simulator.system-name", "floor1"),
                Map.entry("trunkline.simulator.dids.\"" + NUMBER + "\"", QUEUE),
                Map.entry("trunkline.simulator.people", "true"),
                Map.entry("trunkline.simulator.pace", "10"),
                Map.entry("trunkline.simulator.ring", "1s"),
                Map.entry("trunkline.simulator.queue-timeout", "12s"),
                Map.entry("trunkline.simulator.phones", "400"),
                Map.entry("trunkline.simulator.recordings", "false"),
                Map.entry("trunkline.simulator.journal-dir", journal),
                Map.entry("trunkline.pbx.journal-dir", journal),
                Map.entry("trunkline.pbx.retry-first", "2s"),
                Map.entry("trunkline.time-zone", NOON.getId()));
    }

    private static ZoneId noon() {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        return IntStream.rangeClosed(-12, 12)
                .mapToObj(ZoneOffset::ofHours)
                .filter(zone -> now.withZoneSameInstant(zone).getHour() == 12)
                .findFirst()
                .orElseThrow();
    }

    private static String directory() {
        try {
            return Files.createTempDirectory("trunkline-floor").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
