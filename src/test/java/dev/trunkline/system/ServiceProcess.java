package dev.trunkline.system;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged service in a process of its own, as its users run it, on a free port with a data directory of its own. It
 * can be killed and started again on the same data.
 */
public final class ServiceProcess implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final Path dataDir;
    private final int port = Ports.free();
    private final Map<String, String> settings = new HashMap<>();
    private Process process;

    /** @param name of the log file in the build directory */
    public ServiceProcess(String name) {
        this.name = name;
        try {
            dataDir = Files.createTempDirectory("trunkline-" + name + "-");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Sets a configuration property for the next start. */
    public ServiceProcess with(String key, Object value) {
        settings.put(key, String.valueOf(value));
        return this;
    }

    /** Starts the service and waits until it is ready. */
    public ServiceProcess start() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-Xmx512m");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dtrunkline.data-dir=" + dataDir);
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-jar");
        command.add(System.getProperty("trunkline.jar", "target/quarkus-app/quarkus-run.jar"));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
                    .start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .failFast("the service ended, see " + log(), () -> !process.isAlive())
                .until(this::ready);
        return this;
    }

    /** SIGKILL, as a crash or the kernel's out-of-memory killer would end it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public URI base() {
        return URI.create("http://localhost:" + port);
    }

    public int port() {
        return port;
    }

    public Path dataDir() {
        return dataDir;
    }

    private File log() {
        Path directory = Path.of(System.getProperty("trunkline.output", "target"), "service-logs");
        directory.toFile().mkdirs();
        return directory.resolve(name + ".log").toFile();
    }

    private boolean ready() {
        HttpRequest request = HttpRequest.newBuilder(base().resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }

    /** Stops the service and its database, also the one that a killed service left running. It can be started again. */
    public void stop() throws InterruptedException {
        if (process == null) {
            return;
        }
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        stopOrphan(dataDir.resolve("postgresql/postmaster.pid"));
    }

    private static void stopOrphan(Path pidFile) {
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .ifPresent(ProcessHandle::destroy);
        } catch (NoSuchFileException stopped) {
            return;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
