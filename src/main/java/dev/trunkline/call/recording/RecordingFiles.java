package dev.trunkline.call.recording;

import dev.trunkline.call.CallConfig;
import dev.trunkline.call.recording.BadSound.Kind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where sound files are: the PBX's directory, which is only read, and our own place. Names come from the PBX and are not
 * trusted: whatever leads out of the directory, by its letters or by a link, is refused. Blocks; for worker threads.
 */
@Singleton
final class RecordingFiles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");
    private static final int LONGEST_ID = 120;

    private final Optional<Path> pbx;
    private final Path own;

    /**
     * Reads the configuration; nothing is touched yet.
     *
     * @param data our data directory
     */
    @Inject
    RecordingFiles(
            CallConfig config,
            @ConfigProperty(name = "trunkline.data-dir", defaultValue = "${user.home}/.trunkline") String data) {
        this(config.recordingsDir(), data);
    }

    RecordingFiles(Optional<String> pbx, String data) {
        this.pbx = pbx.filter(text -> !text.isBlank()).map(Path::of);
        this.own = Path.of(data).toAbsolutePath().normalize().resolve("recordings");
    }

    /**
     * What a channel said, and what it heard.
     *
     * @param said sound from the recorded channel
     * @param heard sound to it
     */
    record Pair(Wav said, Wav heard) {}

    /**
     * Finds and checks the two files of a recording.
     *
     * @param file base name as the PBX gave it
     * @throws BadSound when they are not there, not whole or not what they should be
     */
    Pair find(String file) throws IOException, BadSound {
        if (pbx.isEmpty()) {
            throw new BadSound(Kind.ABSENT, "trunkline.pbx.recordings-dir is not set");
        }
        if (!NAME.matcher(file).matches()) {
            throw new BadSound(Kind.WRONG, "The PBX names a file that no recording may have");
        }
        if (!Files.isDirectory(pbx.get())) {
            throw new BadSound(Kind.ABSENT, "trunkline.pbx.recordings-dir is no directory here");
        }
        Path directory = pbx.get().toRealPath();
        return new Pair(one(directory, file + "-rx.wav"), one(directory, file + "-tx.wav"));
    }

    private static Wav one(Path directory, String name) throws IOException, BadSound {
        Path file = directory.resolve(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadSound(Kind.ABSENT, name + " is not in the PBX's recording directory");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !file.toRealPath().startsWith(directory)) {
            throw new BadSound(Kind.WRONG, name + " is no plain file of the PBX's recording directory");
        }
        return Wav.read(file);
    }

    /** Where a recording is kept, relative to our place: by day of the call (UTC), then {@code <call>-<n>.wav}. */
    String place(Recording recording) {
        LocalDate day = LocalDate.ofInstant(recording.startedAt(), ZoneOffset.UTC);
        String id = UNSAFE.matcher(recording.callId()).replaceAll("_");
        String bounded = id.length() > LONGEST_ID ? id.substring(id.length() - LONGEST_ID) : id;
        String safe = bounded.startsWith(".") ? "_" + bounded.substring(1) : bounded;
        return "%04d/%02d/%02d/%s-%d.wav"
                .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), safe, recording.n());
    }

    /**
     * The file at such a place.
     *
     * @throws IllegalArgumentException when it would be elsewhere
     */
    Path resolve(String place) {
        Path file = own.resolve(place).normalize();
        if (!file.startsWith(own)) {
            throw new IllegalArgumentException("A recording's place leads out of the recordings");
        }
        return file;
    }
}
