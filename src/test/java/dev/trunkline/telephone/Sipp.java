package dev.trunkline.telephone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A SIPp that plays one scenario of {@code src/test/sipp}; killed on close. */
public final class Sipp implements AutoCloseable {

    static final Path SCENARIOS = Path.of("src", "test", "sipp").toAbsolutePath();

    private final String scenario;
    private final Process process;
    private final InetSocketAddress address;
    private final String callId;
    private final Path errors;
    private final Path messages;

    private Sipp(
            String scenario, Process process, InetSocketAddress address, String callId, Path errors, Path messages) {
        this.scenario = scenario;
        this.process = process;
        this.address = address;
        this.callId = callId;
        this.errors = errors;
        this.messages = messages;
    }

    /** Starts a scenario at an address and port of its own, with two media ports from {@code mediaPort} on. */
    static Sipp start(AsteriskLab lab, String scenario, String address, int port, int mediaPort, List<String> more) {
        Path errors = lab.runDirectory().resolve("sipp-" + port + "-" + mediaPort + ".log");
        Path messages = lab.runDirectory().resolve("sipp-" + port + "-" + mediaPort + ".sip");
        String callId = UUID.randomUUID().toString();
        List<String> arguments = new ArrayList<>(List.of(
                "sipp",
                "127.0.0.1:" + lab.sipPort(),
                "-sf",
                scenario + ".xml",
                "-i",
                address,
                "-p",
                String.valueOf(port),
                "-min_rtp_port",
                String.valueOf(mediaPort),
                "-max_rtp_port",
                String.valueOf(mediaPort + AsteriskLab.MEDIA_PORTS_EACH - 1),
                "-cid_str",
                callId + "-%u",
                "-nostdin",
                "-trace_err",
                "-error_file",
                errors.toString(),
                "-trace_msg",
                "-message_file",
                messages.toString()));
        arguments.addAll(more);
        try {
            Process process = AsteriskScript.command(lab.environment(), arguments)
                    .directory(SCENARIOS.toFile()) // scenarios name their sound files without a path
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Sipp(scenario, process, new InetSocketAddress(address, port), callId + "-1", errors, messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the scenario's end, which has to be a good one. */
    public void await(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(scenario + " still runs after " + limit + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + scenario, e);
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(scenario + " ended with exit code " + process.exitValue() + log());
        }
    }

    /** A customer who talks says goodbye and hangs up in a second, as a message within the call asks for. */
    public void hangsUp() {
        byte[] message = String.join(
                        "\r\n",
                        "MESSAGE sip:customer@" + address.getHostString() + " SIP/2.0",
                        "Via: SIP/2.0/UDP 127.0.0.2;branch=z9hG4bK" + callId,
                        "From: <sip:story@127.0.0.2>;tag=story",
                        "To: <sip:customer@127.0.0.2>",
                        "Call-ID: " + callId,
                        "CSeq: 1 MESSAGE",
                        "Content-Length: 0",
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(message, message.length, address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Every SIP message sent and received so far, as text. */
    public String messages() {
        return read(messages);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private String log() {
        return ":\n" + read(errors);
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
