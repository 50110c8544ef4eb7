package dev.trunkline.system;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Says at the very end, loudly, what could not be tested here. */
final class SkippedSummary {
    private static final Set<String> LINES = new ConcurrentSkipListSet<>();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() ->
                        LINES.forEach(line -> System.err.println("\n*** TESTS WERE SKIPPED: " + line + " ***\n"))));
    }

    private SkippedSummary() {}

    static void add(String line) {
        LINES.add(line);
    }
}
