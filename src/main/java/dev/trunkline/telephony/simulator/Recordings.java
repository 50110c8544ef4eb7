package dev.trunkline.telephony.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves recordings where a real PBX would: {@code <base>-rx.wav}, what the caller said, and {@code <base>-tx.wav}, what
 * the caller heard; mono, 16 bit, 8 kHz. A call without talk leaves the bare headers, as MixMonitor does.
 */
final class Recordings implements Recorder {
    private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);

    /** Longer talks are cut: nobody listens to ten minutes of made-up voices. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final int MOST_WAITING = 200;

    private final Optional<Path> directory;
    private final ThreadPoolExecutor writer =
            new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                Thread thread = new Thread(task, "simulated-recordings");
                thread.setDaemon(true);
                return thread;
            });

    /** @param directory empty to keep nothing */
    Recordings(Optional<Path> directory) {
        this.directory = directory;
    }

    @Override
    public void recorded(String base, Duration talk) {
        directory.ifPresent(where -> {
            if (writer.getQueue().remainingCapacity() > 0) {
                writer.execute(() -> write(where, base, talk.compareTo(LONGEST) > 0 ? LONGEST : talk));
            }
        });
    }

    void stop() {
        writer.shutdown();
    }

    private static void write(Path where, String base, Duration talk) {
        try {
            Files.createDirectories(where);
            Voices voices = new Voices(base.hashCode(), Math.toIntExact(talk.toMillis() * Voices.RATE / 1_000));
            Wav.write(where.resolve(base + "-rx.wav"), Voices.RATE, voices.caller());
            Wav.write(where.resolve(base + "-tx.wav"), Voices.RATE, voices.agent());
        } catch (IOException failure) {
            LOG.error("The simulated recording {} could not be written to {}", base, where, failure);
        }
    }
}
