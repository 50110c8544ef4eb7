package dev.trunkline.load;

import dev.trunkline.faults.Database;
import dev.trunkline.system.ServiceProcess;
import dev.trunkline.telephone.RestClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How quickly the dialplan hears where a call goes, among many customers and at a steady rate, whatever answers are still
 * owed: each is timed from the moment in which it should have been asked. Prints what it saw, asserts nothing.
 */
public final class RouteSpeed {
    private static final String SECRET = "a-secret-of-load";
    private static final int NUMBERS = 5_000;
    private static final int RULES = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Histogram times = new ConcurrentHistogram(3);
    private final Histogram usual = new ConcurrentHistogram(3);

    private RouteSpeed() {}

    /** Runs with {@code load.customers}, {@code load.callsPerSecond} and {@code load.seconds} of the system properties. */
    public static void main(String[] arguments) throws Exception {
        int customers = option("load.customers", 100_000);
        int rate = option("load.callsPerSecond", 100);
        int seconds = option("load.seconds", 60);
        try (ServiceProcess service = new ServiceProcess("routes")) {
            service.with("trunkline.pbx.dialplan-secret", SECRET).start();
            List<String> numbers;
            try (Connection connection = new Database(service.dataDir()).connect()) {
                new ManyCustomers().write(connection, customers);
                numbers = numbers(connection);
            }
            rules(RestClient.signIn(service.base(), "admin", "trunkline-demo"));
            RouteSpeed speed = new RouteSpeed();
            speed.ask(service.base(), numbers, rate, 10);
            speed.times.reset();
            speed.usual.reset();
            speed.ask(service.base(), numbers, rate, seconds);
            System.out.printf(
                    "%,d customers, %d rules, %d calls/s for %d s: %,d answers, p50 %.1f ms, p99 %.1f ms, longest %.1f ms; "
                            + "%,d not decided in time%n",
                    customers,
                    RULES + 1,
                    rate,
                    seconds,
                    speed.times.getTotalCount(),
                    speed.times.getValueAtPercentile(50) / 1e3,
                    speed.times.getValueAtPercentile(99) / 1e3,
                    speed.times.getMaxValue() / 1e3,
                    speed.usual.getTotalCount());
        }
    }

    private void ask(URI service, List<String> numbers, int rate, int seconds) throws InterruptedException {
        Random dice = new Random(7);
        int count = rate * seconds;
        Semaphore answered = new Semaphore(0);
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = began + i * 1_000_000_000L / rate;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            HttpRequest request = HttpRequest.newBuilder(service.resolve(
                            "/api/v1/pbx/route?presentation=allowed&did=4008001000&call=load-%d-%d&from=%s"
                                    .formatted(began, i, numbers.get(dice.nextInt(numbers.size())))))
                    .header("X-Trunkline-Secret", SECRET)
                    .build();
            http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).whenComplete((response, failure) -> {
                times.recordValue((System.nanoTime() - due) / 1_000);
                // The last rule is for everybody: who gets another priority was not decided about.
                if (failure != null
                        || response.statusCode() != 200
                        || response.body().equals("route,,0")) {
                    usual.recordValue(1);
                }
                answered.release();
            });
        }
        answered.acquire(count);
    }

    private static List<String> numbers(Connection connection) throws Exception {
        List<String> numbers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select phone_key from customer_phone where phone_key like '+%' order by id desc limit "
                                + NUMBERS)) {
            while (rows.next()) {
                numbers.add("00" + rows.getString(1).substring(1));
            }
        }
        Collections.shuffle(numbers, new Random(7));
        return numbers;
    }

    /** Many that suit nobody, and one for everybody. */
    private static void rules(RestClient administrator) {
        for (int i = 0; i < RULES; i++) {
            administrator.post(
                    "routing-rules",
                    Map.of(
                            "name",
                            "Nobody's " + i,
                            "conditions",
                            List.of(
                                    Map.of("kind", "tag", "values", List.of("load-" + i)),
                                    Map.of("kind", "ticket", "values", List.of("repair"))),
                            "priority",
                            9));
        }
        administrator.post("routing-rules", Map.of("name", "Everybody", "priority", 1));
    }

    private static int option(String name, int usual) {
        return Integer.parseInt(System.getProperty(name, String.valueOf(usual)));
    }
}
