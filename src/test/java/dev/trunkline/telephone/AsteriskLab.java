package dev.trunkline.telephone;

import static org.awaitility.Awaitility.await;

import dev.trunkline.system.Needs;
import dev.trunkline.system.Ports;
import dev.trunkline.telephony.Errand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A real Asterisk of one's own, with the project's configuration, free ports and a run directory that is deleted in the
 * end, and SIPp to play the people around it. Not for use by several threads.
 */
public final class AsteriskLab implements AutoCloseable {

    static final int MEDIA_PORTS_EACH = 20;

    private static final int MEDIA_PORTS = 1_000;
    private static final int ASTERISK_MEDIA_PORTS = 400;
    private static final Duration START = Duration.ofSeconds(90);
    // Long enough to install it over a slow line.
    private static final Duration INSTALLATION = Duration.ofMinutes(10);
    private static final Duration COMMAND = Duration.ofSeconds(30);
    private static final Duration EMPTY = Duration.ofSeconds(40);

    private final Path runDirectory;
    private final int sipPort = FreePorts.udp("127.0.0.1");
    private final int outPort = FreePorts.udp("127.0.0.2");
    private final int amiPort = Ports.free();
    private final int httpPort = Ports.free();
    private final int mediaPort = FreePorts.block(MEDIA_PORTS);
    private final Map<String, String> environment;
    private final GrowingFile<CelRow> cel;
    private final GrowingFile<QueueLogRow> queueLog;
    private final Map<Integer, Integer> phonePorts = new HashMap<>();
    private final List<Sipp> people = new CopyOnWriteArrayList<>();
    private int nextMediaPort = mediaPort + ASTERISK_MEDIA_PORTS;

    private AsteriskLab(Path runDirectory, String serviceUrl) {
        this.runDirectory = runDirectory;
        this.cel = new GrowingFile<>(celFile(), CelRow::parse);
        this.queueLog = new GrowingFile<>(queueLogFile(), QueueLogRow::parse);
        this.environment = Map.of(
                "ASTERISK_RUN_DIR", runDirectory.toString(),
                "ASTERISK_SIP_PORT", String.valueOf(sipPort),
                "ASTERISK_OUT_PORT", String.valueOf(outPort),
                "ASTERISK_AMI_PORT", String.valueOf(amiPort),
                "ASTERISK_HTTP_PORT", String.valueOf(httpPort),
                "ASTERISK_RTP_START", String.valueOf(mediaPort),
                "ASTERISK_RTP_END", String.valueOf(mediaPort + ASTERISK_MEDIA_PORTS - 1),
                "TRUNKLINE_SERVICE_URL", serviceUrl);
    }

    /** Starts one that does not need the service; skips the test where no Asterisk can be had. */
    public static AsteriskLab start() {
        return start("http://127.0.0.1:8080");
    }

    /** Starts one whose dialplan asks the service at this URL. */
    public static AsteriskLab start(String serviceUrl) {
        try {
            require();
            AsteriskLab lab = new AsteriskLab(Files.createTempDirectory("asterisk"), serviceUrl);
            lab.startAgain();
            return lab;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int sipPort() {
        return sipPort;
    }

    /** The port at 127.0.0.2 to which outside calls go. */
    public int outPort() {
        return outPort;
    }

    /** AMI at 127.0.0.1, user and secret {@code trunkline}. */
    public int amiPort() {
        return amiPort;
    }

    /** SIP over WebSocket at {@code ws://127.0.0.1:<port>/ws}. */
    public int httpPort() {
        return httpPort;
    }

    public Path runDirectory() {
        return runDirectory;
    }

    public Path recordings() {
        return runDirectory.resolve("spool/monitor");
    }

    /** The log directory, which holds the journal. */
    public Path journal() {
        return runDirectory.resolve("log");
    }

    public Path celFile() {
        return runDirectory.resolve("log/cel-custom/cel_master.json");
    }

    public Path queueLogFile() {
        return runDirectory.resolve("log/queue_log");
    }

    Map<String, String> environment() {
        return environment;
    }

    /** All CEL rows of calls so far; what the dialplan did for the service is nobody's call. */
    public List<CelRow> cel() {
        return cel.rows().stream().filter(row -> !Errand.is(row.linkedId())).toList();
    }

    /** All queue_log rows so far. */
    public List<QueueLogRow> queueLog() {
        return queueLog.rows();
    }

    /** One command of Asterisk's own command line; its answer. */
    public String cli(String command) {
        return AsteriskScript.run(environment, COMMAND, "cli", command)
                .orThrow(command)
                .output();
    }

    /** Ends it as an administrator would; its run directory stays. */
    public void stop() {
        AsteriskScript.run(environment, COMMAND, "stop").orThrow("stop");
    }

    /** Starts it after {@link #stop()} or {@link #kill()}, with the same ports and state. */
    public void startAgain() {
        AsteriskScript.run(environment, START, "start").orThrow("start");
    }

    /** Ends it as a power cut would. */
    public void kill() {
        ProcessHandle process = process();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it where it stands: it neither hears nor says anything. */
    public void freeze() {
        signal("-STOP");
    }

    /** Lets it go on. */
    public void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(process().pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessHandle process() {
        try {
            String pid =
                    Files.readString(runDirectory.resolve("run/asterisk.pid")).strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A customer calls; the call goes on in the background. */
    public Sipp call(Customer customer) {
        return person(
                customer.withheld() ? "customer-withheld" : "customer",
                "127.0.0.2",
                FreePorts.udp("127.0.0.2"),
                "-m",
                "1",
                "-s",
                customer.dials(),
                "-key",
                "from",
                customer.from(),
                "-key",
                "name",
                customer.name(),
                "-recv_timeout",
                String.valueOf(customer.staysFor().toMillis()));
    }

    /** A customer calls whose sound is an ear's; the call goes on in the background. */
    Sipp call(Customer customer, Ear ear) {
        return person(
                heardBy(ear, "customer"),
                "127.0.0.2",
                FreePorts.udp("127.0.0.2"),
                "-m",
                "1",
                "-s",
                customer.dials(),
                "-key",
                "from",
                customer.from(),
                "-key",
                "name",
                customer.name(),
                "-recv_timeout",
                String.valueOf(customer.staysFor().toMillis()));
    }

    /** The signed-in desk phone of an agent takes calls with the sound of an ear until it is closed. */
    Sipp phone(int agent, Ear ear) {
        return person(heardBy(ear, "phone-answers"), "127.0.0.1", phonePort(agent), "-key", "number", "" + agent);
    }

    private String heardBy(Ear ear, String scenario) {
        String text = read(scenario)
                .replace("[rtpstream_audio_port]", "" + ear.port())
                .replaceAll("<action><exec rtp_stream=\"[^\"]*\"/></action>", "");
        return written(scenario + "-" + ear.port(), text);
    }

    /** An agent's desk phone signs in; from then on calls to the agent go to its port. */
    public void register(int agent) {
        register(agent, Duration.ofHours(1));
    }

    /** An agent's desk phone, which has to be closed, signs out and cannot be called any more. */
    public void unregister(int agent) {
        register(agent, Duration.ZERO);
    }

    private void register(int agent, Duration time) {
        Sipp phone = person(
                "phone-registers",
                "127.0.0.1",
                phonePort(agent),
                "-m",
                "1",
                "-key",
                "number",
                "" + agent,
                "-key",
                "expires",
                "" + time.toSeconds(),
                // A slow Asterisk answers the first request and its repetition, each with a challenge of its own.
                "-default_behaviors",
                "all,-abortunexp");
        phone.await(COMMAND);
    }

    /** The signed-in desk phone of an agent takes calls in this way until it is closed. */
    public Sipp phone(int agent, Answering answering) {
        List<String> arguments = new ArrayList<>(List.of("-key", "number", "" + agent));
        arguments.addAll(List.of(answering.arguments()));
        return person(scenario(agent, answering), "127.0.0.1", phonePort(agent), arguments.toArray(String[]::new));
    }

    /** The signed-in desk phone of an agent calls a number and hangs up after a while. */
    public Sipp phoneCalls(int agent, String number, Duration talks) {
        return person(
                "phone-calls",
                "127.0.0.1",
                phonePort(agent),
                "-m",
                "1",
                "-key",
                "number",
                "" + agent,
                "-s",
                number,
                "-recv_timeout",
                String.valueOf(talks.toMillis()));
    }

    /** The signed-in desk phone of an agent calls a number, lets it ring for a while and gives up. */
    public Sipp phoneCallsInVain(int agent, String number, Duration rings) {
        return person(
                "phone-calls-and-cancels",
                "127.0.0.1",
                phonePort(agent),
                "-m",
                "1",
                "-key",
                "number",
                "" + agent,
                "-s",
                number,
                "-d",
                String.valueOf(rings.toMillis()));
    }

    /** Everybody outside takes our calls in this way until it is closed. */
    public Sipp outside(Answering answering) {
        return person(answering.scenario(), "127.0.0.2", outPort, answering.arguments());
    }

    /** Ends all calls and waits until they are gone. */
    public void hangUpEverybody() {
        cli("channel request hangup all");
        await().atMost(EMPTY).until(() -> cli("core show channels count").contains("0 active channels"));
    }

    /** Ends every scenario that still runs, and with that the calls. */
    public void sendEverybodyHome() {
        people.forEach(Sipp::close);
        people.clear();
    }

    /** Looks for an Asterisk once, installing it where that is possible. */
    private static void require() {
        if (Installation.ROOT.exitCode() != 0) {
            throw Needs.missing("Asterisk 22", "run telephony-config/asterisk-local root as root");
        }
    }

    @Override
    public void close() {
        sendEverybodyHome();
        stop();
        try (Stream<Path> files = Files.walk(runDirectory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A scenario cannot be given the time it rings, so one that rings longer is written for the purpose. */
    private String scenario(int agent, Answering answering) {
        if (!(answering instanceof Answering.Answers answers) || answers.rings().equals(Answering.SHORT_RING)) {
            return answering.scenario();
        }
        return written(
                "phone-" + agent,
                read(answering.scenario())
                        .replace(
                                "timeout=\"" + Answering.SHORT_RING.toMillis() + "\"",
                                "timeout=\"" + answers.rings().toMillis() + "\""));
    }

    private static String read(String scenario) {
        try {
            return Files.readString(Sipp.SCENARIOS.resolve(scenario + ".xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String written(String name, String text) {
        try {
            Files.writeString(runDirectory.resolve(name + ".xml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return runDirectory.resolve(name).toString();
    }

    private int phonePort(int agent) {
        return phonePorts.computeIfAbsent(agent, a -> FreePorts.udp("127.0.0.1"));
    }

    private Sipp person(String scenario, String address, int port, String... arguments) {
        Sipp person = Sipp.start(this, scenario, address, port, nextMediaPort, List.of(arguments));
        nextMediaPort += MEDIA_PORTS_EACH;
        if (nextMediaPort + MEDIA_PORTS_EACH > mediaPort + MEDIA_PORTS) {
            nextMediaPort = mediaPort + ASTERISK_MEDIA_PORTS;
        }
        people.removeIf(one -> !one.isRunning());
        people.add(person);
        return person;
    }

    private static final class Installation {
        static final AsteriskScript.Outcome ROOT = AsteriskScript.run(Map.of(), INSTALLATION, "root");
    }
}
