package dev.trunkline.browser;

import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static org.awaitility.Awaitility.await;

import dev.trunkline.system.ServiceProcess;
import dev.trunkline.telephone.Answering;
import dev.trunkline.telephone.AsteriskLab;
import dev.trunkline.telephone.RestClient;
import dev.trunkline.telephone.Sipp;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How quickly a pop becomes a picture: a known customer with open tickets calls a real Asterisk again and again, and the
 * agent's page, open all the while, is watched. Prints what it saw, asserts nothing.
 */
public final class PopSpeed {
    private static final int CALLS = 20;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PASSWORD = "trunkline-demo";
    private static final String NUMBER = "13755550101";

    private PopSpeed() {}

    public static void main(String[] arguments) throws Exception {
        try (AsteriskLab lab = AsteriskLab.start();
                ServiceProcess service = new ServiceProcess("pop-speed")
                        .with("trunkline.demo", true)
                        .with("trunkline.pbx.host", "127.0.0.1")
                        .with("trunkline.pbx.port", lab.amiPort())
                        .start();
                BrowserLab browsers = new BrowserLab(service.base())) {
            RestClient administrator = RestClient.signIn(service.base(), "admin", PASSWORD);
            administrator.patch("queues/support", Map.of("wrapUpSeconds", 0));
            caller(administrator);
            lab.register(1001);
            lab.phone(1001, Answering.answers());
            PagePerson agent = PagePerson.signIn(browsers, BrowserLab.Look.DESK, "wei", PASSWORD);
            PopPaint paint = PopPaint.watch(agent.page());
            agent.open("/desk");
            agent.become("Available");
            for (int call = 1; call <= CALLS; call++) {
                int shown = call;
                Sipp customer = lab.call(calling(SUPPORT).from(NUMBER));
                await().atMost(LIMIT).until(() -> paint.milliseconds().size() >= shown);
                agent.awaitState("On call");
                customer.hangsUp();
                customer.await(LIMIT);
                agent.awaitState("Available");
            }
            print(paint.milliseconds());
        }
    }

    private static void caller(RestClient administrator) {
        String customer = administrator
                .post(
                        "customers",
                        Map.of(
                                "name",
                                "Harbour Lane Bakery",
                                "contacts",
                                List.of(Map.of("name", "Ida Example", "phones", List.of(Map.of("raw", NUMBER))))))
                .path("id")
                .asText();
        for (String subject : List.of("The oven stays cold", "Invoice twice", "New opening hours")) {
            administrator.post("tickets", Map.of("type", "repair", "subject", subject, "customerId", customer));
        }
    }

    private static void print(List<Double> pops) {
        List<Double> later = pops.stream().skip(1).sorted().toList();
        System.out.printf(
                "From the pop's message to the frame that shows caller and customer: first call of the page %.0f ms, "
                        + "%d later ones median %.0f, longest %.0f ms%n",
                pops.getFirst(), later.size(), later.get(later.size() / 2), later.getLast());
    }
}
