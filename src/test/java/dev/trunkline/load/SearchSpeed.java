package dev.trunkline.load;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.faults.Database;
import dev.trunkline.system.ServiceProcess;
import dev.trunkline.telephone.RestClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How quickly the search answers among many customers, and how long it takes to index them beside the running service:
 * each text is typed letter by letter, one request for each; and how quickly somebody about to be made is found to be there
 * already. Prints what it saw, asserts nothing.
 */
public final class SearchSpeed {
    private static final int ROUNDS = 5;
    private static final Duration LONG = Duration.ofMinutes(30);

    private static final List<String> TYPED = List.of(
            "张伟明",
            "万俟",
            "有限公司",
            "华信科技",
            "zhangwei",
            "zwm",
            "changsha",
            "yinhang",
            "youxiangongsi",
            "muller",
            "james smith",
            "zoe w",
            "老客户",
            "13800138000",
            "9999999",
            "2580",
            "q",
            "xx");

    private static final List<Map<String, ?>> FORMS = List.of(
            Map.of("name", "张伟明"),
            Map.of("name", "万俟"),
            Map.of("kind", "company", "name", "华信科技有限公司"),
            Map.of("name", "James Smith", "phones", List.of("13800138000")),
            Map.of("name", "Zoe W"),
            Map.of("phones", List.of("+86 138 0013 8000", "021 6335 0077")),
            Map.of("name", "Nobody Called So", "emails", List.of("nobody@example.com")));

    private SearchSpeed() {}

    /** Runs with {@code load.customers} of the system properties. */
    public static void main(String[] arguments) throws Exception {
        int customers = Integer.parseInt(option("load.customers", "1000000"));
        try (ServiceProcess service = new ServiceProcess("search")) {
            service.start();
            try (Connection connection = new Database(service.dataDir()).connect()) {
                new ManyCustomers().write(connection, customers);
            }
            service.stop();
            long began = System.nanoTime();
            service.start();
            double ready = seconds(began);
            ServiceFigures figures = new ServiceFigures(service.handle(), service.base());
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> figures.sum("trunkline_search_missing") > 0);
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> figures.sum("trunkline_search_missing") == 0);
            System.out.printf(
                    "%,d customers; ready after %.1f s, all indexed after %.0f s%n", customers, ready, seconds(began));
            RestClient reader = RestClient.signIn(service.base(), "lina", "trunkline-demo");
            RestClient sales = RestClient.signIn(service.base(), "sofia", "trunkline-demo");
            for (Map.Entry<String, RestClient> who :
                    Map.of("all", reader, "own", sales).entrySet()) {
                List<Double> all = new ArrayList<>();
                for (String text : TYPED) {
                    all.addAll(type(who.getKey(), who.getValue(), text));
                }
                System.out.printf(
                        "%s: %d searches, p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                        who.getKey(), all.size(), at(all, 0.5), at(all, 0.99), at(all, 1));
            }
            for (Map<String, ?> form : FORMS) {
                Rounds rounds = Rounds.of(() -> reader.post("customers/duplicates", form));
                System.out.printf(
                        "alike %s: %.1f ms, longest %.1f ms, %d found%n",
                        form,
                        at(rounds.times(), 0.5),
                        at(rounds.times(), 1),
                        rounds.answer().size());
            }
        }
    }

    private static List<Double> type(String who, RestClient client, String text) {
        List<Double> times = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int end = 1; end <= text.length(); end++) {
            String typed = text.substring(0, end);
            Rounds rounds = Rounds.of(() -> client.get("search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)));
            int found = rounds.answer().path("groups").path(0).path("items").size();
            times.addAll(rounds.times());
            line.append(" %s %.1f/%.1f(%d)".formatted(typed, at(rounds.times(), 0.5), at(rounds.times(), 1), found));
        }
        System.out.println(who + ":" + line);
        return times;
    }

    /** A question asked some times: how long each answer took in milliseconds, and the last of them. */
    private record Rounds(List<Double> times, JsonNode answer) {
        static Rounds of(Supplier<JsonNode> question) {
            List<Double> times = new ArrayList<>();
            JsonNode answer = null;
            for (int round = 0; round < ROUNDS; round++) {
                long asked = System.nanoTime();
                answer = question.get();
                times.add((System.nanoTime() - asked) / 1e6);
            }
            return new Rounds(times, answer);
        }
    }

    private static double at(List<Double> times, double share) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static String option(String name, String standard) {
        String value = System.getProperty(name, "");
        return value.isEmpty() ? standard : value;
    }
}
