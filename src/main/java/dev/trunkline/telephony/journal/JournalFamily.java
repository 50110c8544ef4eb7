package dev.trunkline.telephony.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file the PBX writes to and those it was before it was rotated ({@code name.1}, {@code name-20261122}, {@code
 * name.2.gz} …), as one stream of lines in time. Which is older, their first lines say and not their names. Not
 * thread-safe; blocks.
 */
final class JournalFamily implements AutoCloseable {
    private static final int MOST_FILES = 1_000;
    private static final int TRIES = 5;
    /** Rows are written in order but for this much. */
    private static final Duration DISORDER = Duration.ofSeconds(10);

    private final Path base;
    private final JournalFile.Parser parser;
    private final Instant from;
    private final Tally tally;
    private final List<JournalFile> files = new ArrayList<>();
    private @Nullable JournalFile file;
    private @Nullable JournalLines lines;

    private record Dated(JournalFile file, Instant first) {}

    private JournalFamily(Path base, JournalFile.Parser parser, Instant from, Tally tally) {
        this.base = base;
        this.parser = parser;
        this.from = from;
        this.tally = tally;
    }

    /** Opens the files that hold anything from this time on. A family of which no file is there is empty. */
    static JournalFamily open(Path base, JournalFile.Parser parser, Instant from, Tally tally) throws IOException {
        JournalFamily family = new JournalFamily(base, parser, from, tally);
        try {
            family.openAll();
            return family;
        } catch (IOException | RuntimeException failure) {
            family.close();
            throw failure;
        }
    }

    /** While they are opened one after another they may be rotated: then they are opened once more. */
    private void openAll() throws IOException {
        for (int i = 0; ; i++) {
            try {
                for (Path path : paths()) {
                    files.add(new JournalFile(path, parser));
                }
                if (sameStill() || i == TRIES) {
                    break;
                }
            } catch (NoSuchFileException rotated) {
                if (i == TRIES) {
                    throw rotated;
                }
            }
            closeAll();
        }
        order();
    }

    private List<Path> paths() throws IOException {
        String name = String.valueOf(base.getFileName());
        Path directory = base.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> ours(String.valueOf(path.getFileName()), name))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .limit(MOST_FILES)
                    .toList();
        }
    }

    private static boolean ours(String name, String base) {
        return name.equals(base) || name.startsWith(base + ".") || name.startsWith(base + "-");
    }

    private boolean sameStill() throws IOException {
        Set<Object> now = paths().stream().map(JournalFamily::key).collect(Collectors.toSet());
        return now.equals(
                files.stream().map(one -> one.path() + " " + one.key()).collect(Collectors.toSet()));
    }

    private static String key(Path path) {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return path + " " + (key == null ? path : key);
        } catch (IOException gone) {
            return path + " gone";
        }
    }

    /** Drops what ends before the time asked for: a file is over when the next begins. */
    private void order() throws IOException {
        List<Dated> dated = new ArrayList<>();
        for (JournalFile one : files) {
            Instant first = one.first();
            if (first != null) {
                dated.add(new Dated(one, first));
            } else if (one.path().equals(base)) {
                dated.add(new Dated(one, Instant.MAX));
            } else {
                one.close();
            }
        }
        dated.sort(Comparator.comparing(Dated::first));
        files.clear();
        for (int i = 0; i < dated.size(); i++) {
            boolean over = i + 1 < dated.size() && dated.get(i + 1).first().isBefore(from.minus(DISORDER));
            if (over) {
                dated.get(i).file().close();
            } else {
                files.add(dated.get(i).file());
            }
        }
    }

    /** The next line, null when there is no more for now. What is no line of the journal is tallied and left out. */
    @Nullable
    JournalLine next() throws IOException {
        while (true) {
            JournalLines current = lines;
            if (current == null) {
                if (files.isEmpty()) {
                    return null;
                }
                open(files.removeFirst());
                continue;
            }
            JournalLines.Line line = current.next();
            if (line == null) {
                closeCurrent();
                continue;
            }
            JournalLine parsed = parse(line);
            if (parsed != null && !parsed.at().isBefore(from.minus(DISORDER))) {
                tally.line(parsed);
                return parsed;
            }
        }
    }

    private void open(JournalFile next) throws IOException {
        file = next;
        lines = next.from(from.minus(DISORDER), next.path().equals(base));
    }

    private @Nullable JournalLine parse(JournalLines.Line line) {
        String text = line.text();
        JournalFile of = file;
        if (of == null || (text != null && text.isEmpty())) {
            return null;
        }
        if (text == null) {
            tally.bad(of, line.offset(), "is too long");
            return null;
        }
        try {
            return of.parse(text);
        } catch (BadLine bad) {
            tally.bad(of, line.offset(), String.valueOf(bad.getMessage()));
            return null;
        }
    }

    private void closeCurrent() throws IOException {
        if (file != null) {
            file.close();
        }
        file = null;
        lines = null;
    }

    private void closeAll() throws IOException {
        for (JournalFile one : files) {
            one.close();
        }
        files.clear();
    }

    @Override
    public void close() throws IOException {
        closeCurrent();
        closeAll();
    }
}
