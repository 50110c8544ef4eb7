package dev.trunkline.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** What a test needs of the machine. Without it the test is skipped with a loud line, or fails where {@code CI=true}. */
public final class Needs {
    private Needs() {}

    /** The browser's executable. */
    public static Path chromium() {
        Optional<Path> found =
                onPath("chromium").or(() -> onPath("chromium-browser")).or(() -> onPath("google-chrome"));
        return found.orElseThrow(() -> missing("Chromium", "install the package chromium"));
    }

    /** A program on the PATH. */
    public static Path program(String name, String remedy) {
        return onPath(name).orElseThrow(() -> missing(name, remedy));
    }

    /**
     * Skips or fails the test.
     *
     * @return never
     */
    public static RuntimeException missing(String what, String remedy) {
        String line = what + " is not to be had here: " + remedy;
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            throw new AssertionError(line);
        }
        SkippedSummary.add(line);
        Assumptions.abort(line);
        throw new AssertionError("unreachable");
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
