package dev.trunkline.faults;

import static org.awaitility.Awaitility.await;

import dev.trunkline.system.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL of its own, apart from the service, as in production: it can be frozen and killed while the service goes
 * on. Durable, so that what it has confirmed outlives its death.
 */
final class DatabaseServer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Path home;
    private final int port = Ports.free();
    private EmbeddedPostgres server;

    DatabaseServer() {
        try {
            home = Files.createTempDirectory("trunkline-database-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /** What the service is configured with. */
    String url() {
        return "postgresql://postgres:postgres@127.0.0.1:" + port + "/postgres";
    }

    /** A look into it from outside. */
    Database database() {
        return new Database(home);
    }

    /** Starts it after {@link #kill()}, on the same port; does nothing while it runs. */
    void start() {
        if (server != null) {
            return;
        }
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(home.resolve("postgresql"))
                    .setCleanDataDirectory(false)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it where it stands: connections stay open and nothing answers. */
    void freeze() {
        signal("-STOP");
    }

    /** Lets it go on; does nothing while it does. */
    void thaw() {
        if (server != null) {
            signal("-CONT");
        }
    }

    /** Ends all of it as a power cut would. */
    void kill() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(LIMIT).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        close(server);
        server = null;
    }

    @Override
    public void close() {
        if (server != null) {
            thaw();
            close(server);
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String signal) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes().forEach(process -> command.add(String.valueOf(process.pid())));
        try {
            new ProcessBuilder(command).start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The postmaster, and one for each connection and chore. */
    private List<ProcessHandle> processes() {
        try {
            // Line 1 is the process (PostgreSQL, "Database File Layout").
            String pid = Files.readAllLines(home.resolve("postgresql/postmaster.pid"))
                    .getFirst()
                    .strip();
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
