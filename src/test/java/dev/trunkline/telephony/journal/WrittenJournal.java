package dev.trunkline.telephony.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The journal of a PBX to which the calls of the captures happen now, from one caller. */
final class WrittenJournal {
    private static final Pattern CAPTURED_SECOND = Pattern.compile("179531\\d{4}");

    private final Path directory;
    private final String pbx;
    private final String caller;
    private final Duration clockAhead;

    /**
     * An empty one.
     *
     * @param clockAhead how far the PBX's clock is ahead of ours
     */
    WrittenJournal(Path directory, String pbx, String caller, Duration clockAhead) throws IOException {
        this.directory = directory;
        this.pbx = pbx;
        this.caller = caller;
        this.clockAhead = clockAhead;
        Files.createDirectories(directory);
        erase();
    }

    /** Leaves nothing to be read by others. */
    void erase() throws IOException {
        Files.deleteIfExists(directory.resolve("cel_master.json"));
        Files.deleteIfExists(directory.resolve("queue_log"));
    }

    static String anyCaller() {
        return "138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }

    /** The PBX's time. */
    Instant now() {
        return Instant.now().plus(clockAhead);
    }

    /** Writes a captured call as if it had begun so many seconds ago; its id. */
    String write(String flow, long secondsAgo) throws IOException {
        Path capture = Captures.directory(flow);
        String cel = Files.readString(capture.resolve("cel.json"));
        String captured = cel.replaceFirst("(?s).*?\"linkedid\":\"(pbx1-(\\d+)\\.\\d+)\".*", "$2");
        long shift = now().getEpochSecond() - secondsAgo - Long.parseLong(captured);
        append("cel_master.json", shifted(cel, shift));
        String log =
                Files.readString(capture.resolve("queue_log")).replaceAll("(?m)^\\d+\\|(NONE|MANAGER)\\|.*\\n", "");
        append("queue_log", shifted(log, shift));
        return shifted(cel.replaceFirst("(?s).*?\"linkedid\":\"([^\"]+)\".*", "$1"), shift);
    }

    void append(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String shifted(String text, long seconds) {
        return CAPTURED_SECOND
                .matcher(text.replace("13800001111", caller).replace("pbx1-", pbx + "-" + caller))
                .replaceAll(found -> String.valueOf(Long.parseLong(found.group()) + seconds));
    }
}
