package dev.trunkline.telephony.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The journals captured from a real Asterisk. */
public final class Captures {
    private static final Path CAPTURES = Path.of("src", "test", "resources", "captures");

    private Captures() {}

    /** All flows by name. */
    public static Stream<String> flows() throws IOException {
        try (Stream<Path> directories = Files.list(CAPTURES)) {
            return directories.map(Path::getFileName).map(Path::toString).sorted().toList().stream();
        }
    }

    /** The flow's directory with ami.log, cel.json and queue_log. */
    public static Path directory(String flow) {
        return CAPTURES.resolve(flow);
    }

    /** The flow's lines as a reader would bring them: by time, queue_log a second behind. */
    static List<JournalLine> lines(String flow) throws IOException, BadLine {
        List<JournalLine> lines = new ArrayList<>();
        for (String line : Files.readAllLines(directory(flow).resolve("cel.json"))) {
            lines.add(CelLine.parse(line));
        }
        for (String line : Files.readAllLines(directory(flow).resolve("queue_log"))) {
            lines.add(QueueLogLine.parse(line));
        }
        lines.sort(Comparator.comparing(
                line -> line instanceof QueueLogLine ? line.at().plusSeconds(1) : line.at()));
        return lines;
    }

    /** The flow's calls. */
    static List<JournalCall> calls(String flow) throws IOException, BadLine {
        List<JournalCall> calls = new ArrayList<>();
        JournalGroups groups = new JournalGroups(calls::add);
        lines(flow).forEach(groups::accept);
        calls.addAll(groups.rest());
        return calls;
    }
}
