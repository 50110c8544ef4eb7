package dev.trunkline.load;

import static org.awaitility.Awaitility.await;

import dev.trunkline.faults.Database;
import dev.trunkline.system.ServiceProcess;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The load harness: the packaged service with its embedded database, agents' pages open, customers stored, and a PBX that
 * repeats a captured call at a given rate. Writes {@code load/summary.json} in the build directory. Fails only when calls
 * or pops are lost, never for being slow.
 */
public final class Load {
    private static final LoadOptions USUAL = new LoadOptions(500, 100, 60, 20, 1_000_000, 3, 0);

    private static final Duration SETTLE = Duration.ofMinutes(2);

    /** Counted by the service as it reads an event from the socket. */
    private static final String READ = "trunkline_ami_events_total";

    private final LoadOptions options;
    private final Stopwatch stopwatch = new Stopwatch();
    private final AtomicLong heapMost = new AtomicLong();

    private Load(LoadOptions options) {
        this.options = options;
    }

    /** Runs with the options of the system properties. */
    public static void main(String[] arguments) throws Exception {
        System.exit(new Load(LoadOptions.ofSystem(USUAL)).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        say("%s", options);
        Vertx vertx = Vertx.vertx();
        LoadPbx pbx = new LoadPbx(vertx);
        try (ServiceProcess service = new ServiceProcess("load")) {
            service.with("trunkline.pbx.host", "127.0.0.1")
                    .with("trunkline.pbx.port", pbx.start())
                    .with("trunkline.demo", false)
                    .start();
            Database database = new Database(service.dataDir());
            say("writing %,d customers", options.customers());
            new Population(database).write(options.agents(), options.customers());
            service.stop();
            long started = System.nanoTime();
            service.start();
            say("ready after %.1f s", (System.nanoTime() - started) / 1e9);
            new Pages(
                            vertx,
                            service.port(),
                            pop -> stopwatch.popped(pop.getJsonObject("call").getString("id")))
                    .open(options.agents());
            await().atMost(SETTLE).until(() -> pbx.members() == options.agents());
            say("%d agents are available", pbx.members());
            return measure(pbx, service, database);
        } finally {
            vertx.close();
        }
    }

    private boolean measure(LoadPbx pbx, ServiceProcess service, Database database) throws Exception {
        ServiceFigures figures = new ServiceFigures(service.handle(), service.base());
        Caller caller = new Caller(CallTemplate.read(), pbx, options, List.of("support"), (event, call) -> {
            if (event.name().equals("AgentCalled")) {
                stopwatch.rings(call.callId());
            }
        });
        if (options.warmUpSeconds() > 0) {
            caller.call(options.warmUpSeconds());
            await().atMost(SETTLE).until(() -> figures.sum("trunkline_calls_open") == 0);
        }
        stopwatch.reset();
        long storedBefore = stored(database);
        long sentBefore = pbx.sent();
        double readBefore = figures.sum(READ);
        double cpuBefore = figures.cpuSeconds();
        long began = System.nanoTime();
        try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
            var watching = watch.scheduleAtFixedRate(() -> watchHeap(figures), 0, 1, TimeUnit.SECONDS);
            Chatter chatter = Chatter.begin(pbx, options.otherEventsPerSecond());
            long calls = caller.call(options.seconds());
            chatter.close();
            double seconds = (System.nanoTime() - began) / 1e9;
            double cpu = figures.cpuSeconds() - cpuBefore;
            double eventsPerSecond = (pbx.sent() - sentBefore) / seconds;
            watching.cancel(false);
            boolean kept = settled(database, storedBefore + calls);
            say("calls %,d, stored whole %,d", calls, stored(database) - storedBefore);
            long sent = pbx.sent() - sentBefore;
            long read = Math.round(figures.sum(READ) - readBefore);
            say("events said %,d, read by the service %,d", sent, read);
            return write(figures, eventsPerSecond, cpu, seconds) && kept && read == sent;
        }
    }

    private boolean write(ServiceFigures figures, double eventsPerSecond, double cpu, double seconds) throws Exception {
        Stopwatch.Figures measured = stopwatch.figures();
        JsonObject summary = new JsonObject()
                .put("agents", options.agents())
                .put("callsPerSecond", options.callsPerSecond())
                .put("seconds", options.seconds())
                .put("customers", options.customers())
                .put("amiEventsPerSecond", Math.round(eventsPerSecond))
                .put(
                        "ringToPopMs",
                        new JsonObject()
                                .put("p50", rounded(measured.p50()))
                                .put("p99", rounded(measured.p99()))
                                .put("max", rounded(measured.max())))
                .put("pops", measured.pops())
                .put("lost", measured.lost())
                .put("late", measured.late())
                .put("cpuSeconds", rounded(cpu))
                .put("heapMaxMiB", heapMost.get())
                .put("rssMiB", figures.rssMiB());
        Path file = Path.of(System.getProperty("trunkline.output", "target"), "load", "summary.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, summary.encodePrettily() + "\n");
        say("%s", summary.encodePrettily());
        say(
                "%.0f %% of a core; pops that came in two: %.0f",
                100 * cpu / seconds, figures.sum("trunkline_pops_incomplete_total"));
        return measured.lost() == 0 && measured.pops() > 0;
    }

    private boolean settled(Database database, long calls) {
        try {
            await().atMost(SETTLE).pollInterval(Duration.ofMillis(500)).until(() -> stored(database) >= calls);
            return true;
        } catch (org.awaitility.core.ConditionTimeoutException lost) {
            return false;
        }
    }

    /** Calls that are stored with everything their events said. */
    private static long stored(Database database) {
        return database.count("from call where outcome = 'answered' and ended_at is not null and talk_ms is not null");
    }

    private void watchHeap(ServiceFigures figures) {
        try {
            long heap = figures.heapMiB();
            heapMost.accumulateAndGet(heap, Math::max);
        } catch (Exception e) {
            System.err.println("The heap could not be read: " + e);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static void say(String format, Object... values) {
        System.out.printf("load: " + format + "%n", values);
    }
}
