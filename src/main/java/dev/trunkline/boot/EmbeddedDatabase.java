package dev.trunkline.boot;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that the service brings along, its data kept in a directory. Bound to loopback, durable (fsync on).
 *
 * <p>PostgreSQL outlives a killed JVM: the next start adopts the one it finds alive. Live reload runs the service again
 * in the same JVM and keeps it too. A directory belongs to one service at a time.
 */
final class EmbeddedDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** Survives a live reload, which makes this class anew: the port of this JVM's PostgreSQL. */
    private static final String PORT_PROPERTY = "trunkline.embedded-database.port";

    private static CompletableFuture<Void> coming = CompletableFuture.completedFuture(null);

    private EmbeddedDatabase() {}

    /**
     * Starts or adopts the database in {@code dataDir} and says where it is; it need not be up yet. Much else is to be done
     * meanwhile: see {@link #awaitUp}.
     *
     * @throws IllegalStateException when another service uses the directory
     */
    static DatabaseUrl start(Path dataDir) {
        String known = System.getProperty(PORT_PROPERTY);
        if (known != null) {
            return url(Integer.parseInt(known));
        }
        Path directory = dataDir.resolve("postgresql");
        try {
            Files.createDirectories(dataDir);
            lock(dataDir.resolve("trunkline.lock"));
            int port = adopt(directory).orElseGet(() -> come(directory));
            System.setProperty(PORT_PROPERTY, String.valueOf(port));
            return url(port);
        } catch (IOException e) {
            throw new IllegalStateException("The embedded database in " + directory + " did not start", e);
        }
    }

    private static int come(Path directory) {
        int port = freePort();
        coming = CompletableFuture.runAsync(
                () -> startNew(directory, port), Thread.ofPlatform().name("embedded-database")::start);
        return port;
    }

    /**
     * Waits, some seconds on the first start, until the database that was started takes connections.
     *
     * @throws IllegalStateException when it does not start
     */
    static void awaitUp() {
        try {
            coming.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("The embedded database did not start", failed.getCause());
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops this JVM's database, if any, once its connections are closed or {@code fast} shutdown has cut them. */
    static void stop(Path dataDir) {
        if (System.clearProperty(PORT_PROPERTY) == null) {
            return;
        }
        try {
            coming.exceptionally(failed -> null).join();
            running(dataDir.resolve("postgresql")).ifPresent(server -> stop(server.process()));
        } catch (IOException e) {
            LOG.warn("The embedded database may still run", e);
        }
    }

    private static void stop(ProcessHandle postgres) {
        try {
            // SIGINT is PostgreSQL's fast shutdown; ProcessHandle can only send SIGTERM, which waits for clients. The
            // shell's
            // own kill: small images have no other.
            new ProcessBuilder("sh", "-c", "kill -INT " + postgres.pid())
                    .start()
                    .waitFor();
            postgres.onExit().get(10, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.warn("The embedded database did not stop in time", e);
        }
    }

    @SuppressWarnings("resource")
    private static void startNew(Path directory, int port) {
        try {
            EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
            LOG.info("Embedded PostgreSQL on port {}, data in {}", port, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Integer> adopt(Path directory) throws IOException {
        Optional<Server> server = running(directory);
        server.ifPresent(found -> LOG.info("Embedded PostgreSQL still runs on port {}: adopted", found.port()));
        return server.map(Server::port);
    }

    private static Optional<Server> running(Path directory) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(directory.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() < 4) {
            return Optional.empty();
        }
        // Line 1 is the process, line 4 the port (PostgreSQL, "Database File Layout"). A dead one's pid may be
        // anybody's.
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .map(process ->
                        new Server(process, Integer.parseInt(lines.get(3).strip())));
    }

    /** Held until the JVM ends, however it ends. */
    @SuppressWarnings("resource")
    private static void lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                channel.close();
                throw new IllegalStateException(
                        file.getParent() + " is in use by another Trunkline: stop it, or set TRUNKLINE_DATA_DIR");
            }
        } catch (OverlappingFileLockException e) {
            channel.close(); // This JVM holds it already.
        }
    }

    private static DatabaseUrl url(int port) {
        return new DatabaseUrl("127.0.0.1", port, "postgres", "postgres", "postgres", DatabaseTls.NONE);
    }

    private record Server(ProcessHandle process, int port) {}
}
