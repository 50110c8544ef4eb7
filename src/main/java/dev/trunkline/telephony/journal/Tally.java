package dev.trunkline.telephony.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reading of the journal came across. Not thread-safe. */
final class Tally {
    static final int MOST_NAMED = 20;

    private final BadPlaces known;
    private final List<Bad> bad = new ArrayList<>();
    private long lines;
    private long badLines;
    private @Nullable Instant newest;

    /**
     * A line that is none, by where it stands.
     *
     * @param offset of its first byte in the file
     */
    record Bad(String file, long offset, String problem) {}

    Tally(BadPlaces known) {
        this.known = known;
    }

    void line(JournalLine line) {
        lines++;
        if (line instanceof CelLine row && (newest == null || row.at().isAfter(newest))) {
            newest = row.at();
        }
    }

    /** Counts a bad line unless an earlier reading has. */
    void bad(JournalFile file, long offset, String problem) {
        if (known.fresh(file.firstLine(), offset)) {
            badLines++;
            if (bad.size() < MOST_NAMED) {
                bad.add(new Bad(file.name(), offset, problem));
            }
        }
    }

    long lines() {
        return lines;
    }

    long badLines() {
        return badLines;
    }

    /** The first of the bad lines. */
    List<Bad> bad() {
        return List.copyOf(bad);
    }

    /** When CEL's newest row was written, null when there is none. */
    @Nullable
    Instant newest() {
        return newest;
    }
}
