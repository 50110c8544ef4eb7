package dev.trunkline.load;

import static org.awaitility.Awaitility.await;

import dev.trunkline.faults.Database;
import dev.trunkline.system.ServiceProcess;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What open boards cost and how fresh they are: 300 agents at 50 queues take calls, first while nobody watches, then with
 * {@code -Dload.boards} (20) boards of an administrator open, who sees everything. Prints what it saw, asserts nothing.
 */
public final class BoardSpeed {
    private static final LoadOptions USUAL = new LoadOptions(300, 2, 120, 60, 20_000, 60, 0);
    private static final Duration SETTLE = Duration.ofMinutes(2);
    private static final int QUEUES_EACH = 3;
    private static final String WATCHER = "token-of-load-watcher";
    private static final List<String> QUEUES =
            IntStream.range(0, 50).mapToObj(n -> "floor-" + n).toList();

    private BoardSpeed() {}

    public static void main(String[] arguments) throws Exception {
        LoadOptions options = LoadOptions.ofSystem(USUAL);
        int boards = Integer.getInteger("load.boards", 20);
        System.out.printf("%s, %d queues, %d boards%n", options, QUEUES.size(), boards);
        Vertx vertx = Vertx.vertx();
        LoadPbx pbx = new LoadPbx(vertx);
        try (ServiceProcess service = new ServiceProcess("board")) {
            service.with("trunkline.pbx.host", "127.0.0.1")
                    .with("trunkline.pbx.port", pbx.start())
                    .with("trunkline.demo", false)
                    .start();
            Database database = new Database(service.dataDir());
            new Population(database).write(options.agents(), options.customers());
            open(database);
            service.stop();
            service.start();
            new Pages(vertx, service.port(), pop -> {}).open(options.agents());
            await().atMost(SETTLE).until(() -> pbx.members() == options.agents() * QUEUES_EACH);
            BoardPages pages = new BoardPages(vertx, service.port());
            Caller caller = new Caller(CallTemplate.read(), pbx, options, QUEUES, (event, call) -> {
                switch (event.name()) {
                    case "QueueCallerJoin" -> pages.joins(call.callId());
                    case "AgentConnect" -> pages.connects(call.callId());
                    default -> {}
                }
            });
            ServiceFigures figures = new ServiceFigures(service.handle(), service.base());
            caller.call(options.warmUpSeconds());
            measure("nobody watches", caller, options, figures);
            pages.open(boards, WATCHER);
            caller.call(options.warmUpSeconds());
            pages.reset();
            measure(boards + " boards open", caller, options, figures);
            say("a caller waits, until a board shows it", pages.waiting());
            say("an agent talks, until a board shows it", pages.talking());
            System.out.printf(
                    "messages to a board %,d, characters %,d%n", pages.messages() / boards, pages.text() / boards);
        } finally {
            vertx.close();
        }
        System.exit(0);
    }

    /** Opens the queues, each agent at some of them, and signs a watcher in. */
    private static void open(Database database) throws Exception {
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("delete from queue_member");
            sql.execute("""
                    insert into queue (id, name, label, ticket_on_answered, ticket_type, follow_up_on_missed,
                        follow_up_due_minutes, short_abandon_seconds, wrap_up_seconds, missed_limit, recording, version,
                        created_at, updated_at)
                    select gen_random_uuid(), 'floor-' || n, 'Queue ' || n, false, 'request', false, 60, 5, 0, 0, 'never', 0,
                        now(), now()
                    from generate_series(0, %d) n""".formatted(QUEUES.size() - 1));
            sql.execute("""
                    insert into queue_member (queue_id, user_id)
                    select q.id, u.id from generate_series(0, %d) k
                        join app_user u on u.username like 'load-%%'
                        join queue q on q.name = 'floor-' || (substr(u.username, 6)::int * 7 + k) %% %d""".formatted(QUEUES_EACH - 1, QUEUES.size()));
            sql.execute("""
                    insert into app_user (id, version, created_at, updated_at, username, name, roles, active)
                    values (gen_random_uuid(), 0, now(), now(), 'watcher', 'Watcher', array['administrator'], true)""");
            sql.execute("""
                    insert into session (token_hash, user_id, created_at, expires_at)
                    select sha256('%s'), id, now(), now() + interval '1 day' from app_user where username = 'watcher'""".formatted(WATCHER));
        }
    }

    private static void measure(String what, Caller caller, LoadOptions options, ServiceFigures figures) {
        double cpu = figures.cpuSeconds();
        long began = System.nanoTime();
        long calls = caller.call(options.seconds());
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%s: %,d calls in %.0f s, %.1f %% of a core%n",
                what, calls, seconds, 100 * (figures.cpuSeconds() - cpu) / seconds);
    }

    private static void say(String what, Stopwatch.Figures ms) {
        System.out.printf(
                "%s: p50 %.0f ms, p99 %.0f ms, longest %.0f ms, %,d shown, %,d not, %,d after 1 s%n",
                what, ms.p50(), ms.p99(), ms.max(), ms.pops(), ms.lost(), ms.late());
    }
}
