package dev.trunkline.telephone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code telephony-config/asterisk-local}. */
final class AsteriskScript {

    private static final Path SCRIPT =
            Path.of("telephony-config", "asterisk-local").toAbsolutePath();

    private AsteriskScript() {}

    /** What a command said: both its outputs together, and its exit code. */
    record Outcome(int exitCode, String output) {

        Outcome orThrow(String what) {
            if (exitCode != 0) {
                throw new IllegalStateException(what + " failed with exit code " + exitCode + ": " + output);
            }
            return this;
        }
    }

    /** A command that is ready to be started, with this environment on top of ours. */
    static ProcessBuilder command(Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(SCRIPT.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }

    /** Runs a command to its end; one that takes longer than the limit is killed and reported. */
    static Outcome run(Map<String, String> environment, Duration limit, String... arguments) {
        // Into a file: what the command starts and leaves running would keep a pipe open after the command's own end.
        Path output = null;
        try {
            output = Files.createTempFile("asterisk-local", ".out");
            Process process = command(environment, List.of(arguments))
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", arguments) + " took longer than " + limit);
            }
            return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + String.join(" ", arguments), e);
        } finally {
            deleteQuietly(output);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
