package dev.trunkline.telephony.journal;

import dev.trunkline.telephony.Unaccounted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads both halves of the journal as one, call by call. Blocks; each reading is a thing of its own. */
final class JournalReader {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Path directory;
    private final BadPlaces badPlaces = new BadPlaces();

    /**
     * What was read.
     *
     * @param open calls that the journal has not closed, as far as it goes
     */
    record Reading(Tally tally, List<JournalCall> open) {}

    JournalReader(Path directory) {
        this.directory = directory;
    }

    /** What keeps the journal from being read, null when nothing does; a file not yet begun is no problem. */
    @Nullable
    String problem() {
        if (!Files.isDirectory(directory)) {
            return directory + " is no directory that can be read";
        }
        for (Path file : List.of(cel(), queueLog())) {
            if (Files.exists(file) && !Files.isReadable(file)) {
                return file + " cannot be read";
            }
        }
        return null;
    }

    private Path cel() {
        Path beside = directory.resolve("cel_master.json");
        return Files.exists(beside) ? beside : directory.resolve("cel-custom").resolve("cel_master.json");
    }

    private Path queueLog() {
        return directory.resolve("queue_log");
    }

    /**
     * Reads on from a time.
     *
     * @param closed takes each call that the journal has closed, in about the order they ended
     */
    Reading read(Instant from, Consumer<JournalCall> closed) throws IOException {
        Tally tally = new Tally(badPlaces);
        JournalGroups groups = new JournalGroups(closed);
        try (JournalFamily cel = JournalFamily.open(cel(), CelLine::parse, from, tally);
                JournalFamily queueLog =
                        JournalFamily.open(queueLog(), QueueLogLine::parse, from.minus(SECOND), tally)) {
            JournalLine row = cel.next();
            JournalLine line = queueLog.next();
            while (row != null || line != null) {
                // A line of queue_log stands for some moment of its second: the rows of that second come first.
                if (row != null && (line == null || !row.at().isAfter(line.at().plus(SECOND)))) {
                    if (!(row instanceof CelLine leg && Unaccounted.is(leg.linkedId()))) {
                        groups.accept(row);
                    }
                    row = cel.next();
                } else if (line != null) {
                    groups.accept(line);
                    line = queueLog.next();
                }
            }
        }
        return new Reading(tally, groups.rest());
    }
}
