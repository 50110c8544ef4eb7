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
    private final EmbeddedPostgres server;
    private final List<String> command = new ArrayList<>();
    private boolean runs = true;

    /** Starts it. */
    DatabaseServer() {
        try {
            home = Files.createTempDirectory("trunkline-database-");
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
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL does not run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        ProcessHandle.Info postmaster = postmaster().info();
        command.add(postmaster.command().orElseThrow());
        command.addAll(List.of(postmaster.arguments().orElseThrow()));
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
        if (runs) {
            return;
        }
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runs = true;
        await("the database takes connections")
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> database().count("from pg_database") > 0);
    }

    /** Stops it where it stands: connections stay open and nothing answers. */
    void freeze() {
        signal("-STOP");
    }

    /** Lets it go on; does nothing while it does. */
    void thaw() {
        if (runs) {
            signal("-CONT");
        }
    }

    /** Ends all of it as a power cut would. */
    void kill() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(LIMIT).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        runs = false;
    }

    @Override
    public void close() {
        thaw();
        start();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String signal) {
        List<String> kill = new ArrayList<>(List.of("kill", signal));
        processes().forEach(process -> kill.add(String.valueOf(process.pid())));
        try {
            new ProcessBuilder(kill).start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The postmaster, and one for each connection and chore. */
    private List<ProcessHandle> processes() {
        ProcessHandle postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private ProcessHandle postmaster() {
        try {
            // Line 1 is the process (PostgreSQL, "Database File Layout").
            String pid = Files.readAllLines(home.resolve("postgresql/postmaster.pid"))
                    .getFirst()
                    .strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
