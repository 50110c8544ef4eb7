package dev.trunkline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.trunkline.browser.PhoneFloor.LIMIT;
import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import dev.trunkline.system.Alone;
import dev.trunkline.telephone.Answering;
import dev.trunkline.telephone.AsteriskLab;
import dev.trunkline.telephone.RestClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The main job, whole: customers call a real Asterisk, desk phones ring, and the page of the agent being rung, and of no
 * one else, shows who it is; then the notes, the ticket and the recording.
 */
@Alone
class ScreenPopIT {
    private static final Duration RING = Duration.ofSeconds(6);

    private static PhoneFloor floor;
    private static AsteriskLab lab;
    private static RestClient administrator;
    private static PagePerson wei;
    private static PagePerson anna;
    private static PagePerson marco;

    @BeforeAll
    static void start() throws Exception {
        floor = new PhoneFloor("screen-pop", Map.of());
        lab = floor.lab();
        administrator = floor.as("admin");
        administrator.patch("queues/support", Map.of("wrapUpSeconds", 300, "shortAbandonSeconds", 0));
        wei = floor.person("wei");
        anna = floor.person("anna");
        marco = floor.person("marco");
    }

    @AfterAll
    static void end() throws Exception {
        if (floor != null) {
            floor.close();
        }
    }

    @BeforeEach
    void everybodyAtTheDesk() {
        List.of(wei, anna, marco).forEach(person -> person.open("/desk"));
    }

    @AfterEach
    void everybodyGoesHome() {
        floor.everybodyGoesHome("wei", "anna", "marco");
    }

    @Test
    void fromThePopToTheTicketAndTheRecording() {
        String name = "Harbour Lane Bakery";
        String customer = customer(name, "137 5555 0101");
        wei.become("Available");
        anna.become("Available");
        answering(1001, RING);
        lab.call(calling(SUPPORT).from("13755550101").stayingFor(Duration.ofSeconds(16)));

        wei.awaitState("Ringing");
        assertThat(wei.caller()).hasText(name);
        assertThat(wei.call()).containsText("Answer on your desk phone.");
        assertThat(wei.customer()).containsText(name);
        anna.seesNothingOf(name);
        marco.seesNothingOf(name);
        wei.awaitState("Ringing"); // Still: all this was before the answer.
        BrowserLab.picture(wei.page(), "pop-ringing");

        wei.awaitState("On call");
        wei.page().reload();
        wei.awaitState("On call");
        assertThat(wei.caller()).hasText(name);
        BrowserLab.picture(wei.page(), "pop-on-call");
        anna.seesNothingOf(name);

        wei.awaitState("Wrap-up");
        wei.page().reload();
        wei.awaitState("Wrap-up");
        Locator wrapUp = wei.page().locator(".wrap-up");
        wrapUp.getByText("Resolved", new Locator.GetByTextOptions().setExact(true))
                .click();
        wrapUp.locator("textarea").fill("The oven's door is mended.");
        BrowserLab.picture(wei.page(), "pop-wrap-up");
        wrapUp.getByText("Done", new Locator.GetByTextOptions().setExact(true)).click();
        wei.awaitState("Available");
        assertThat(wei.call()).hasCount(0);

        theTicketIsThere(customer, name);
        theRecordingPlays(callOf(customer));
    }

    @Test
    void anUnknownNumberBecomesACustomerWithOneClick() {
        wei.become("Available");
        answering(1001, Duration.ofSeconds(2));
        lab.call(calling(SUPPORT).from("13755550909"));
        assertThat(wei.caller()).hasText("+86 137 5555 0909");
        assertThat(wei.firstStep()).containsText("This number is new here.");
        BrowserLab.picture(wei.page(), "pop-unknown");
        wei.button("New customer").click();
        Locator form = wei.page().getByRole(AriaRole.DIALOG);
        assertThat(form.getByLabel("Phone").first()).hasValue("+8613755550909");
        form.getByLabel("Name").first().fill("Li Na");
        wei.button("Create customer").click();

        assertThat(wei.customer()).containsText("Li Na");
        assertThat(wei.caller()).hasText("Li Na");
        wei.page().reload();
        assertThat(wei.customer()).containsText("Li Na");
        JsonNode found = administrator.get("customers?phone=13755550909").path("items");
        assertThat(found).hasSize(1);
        assertThat(callOf(found.get(0).path("id").asText())).isNotEmpty();
    }

    @Test
    void aWithheldNumberIsCalledThat() {
        wei.become("Available");
        answering(1001, Duration.ofSeconds(2));
        lab.call(calling(SUPPORT).from("13755550808").withholdingNumber());
        assertThat(wei.caller()).hasText("Number withheld");
        assertThat(wei.firstStep()).containsText("The caller hides the number.");
        assertThat(wei.page().locator("body")).not().containsText("5555 0808");
        BrowserLab.picture(wei.page(), "pop-withheld");
    }

    @Test
    void ofSeveralCustomersTheOneChosenStays() {
        String mother = customer("Chen Yulan", "137 5555 0303");
        customer("Chen Jiahao", "+86 137 5555 0303");
        wei.become("Available");
        answering(1001, Duration.ofSeconds(2));
        lab.call(calling(SUPPORT).from("13755550303"));
        assertThat(wei.firstStep()).containsText("2 customers share this number. Who is calling?");
        assertThat(wei.page().locator(".candidate")).hasCount(2);
        BrowserLab.picture(wei.page(), "pop-shared");
        wei.page()
                .locator(".candidate", new Page.LocatorOptions().setHasText("Chen Yulan"))
                .click();
        assertThat(wei.customer()).containsText("Chen Yulan");
        assertThat(wei.firstStep()).hasCount(0);
        await().atMost(LIMIT).until(() -> !callOf(mother).isEmpty());

        wei.page().reload();
        assertThat(wei.customer()).containsText("Chen Yulan");
        assertThat(wei.caller()).hasText("Chen Yulan");
        assertThat(wei.firstStep()).hasCount(0);
    }

    @Test
    void aCallThatRingsTheNextAgentTakesItsPopAlong() {
        String name = "Old Bridge Books";
        customer(name, "137 5555 0404");
        wei.become("Available");
        lab.register(1001);
        lab.phone(1001, Answering.justRings());
        lab.call(calling(SUPPORT).from("13755550404"));
        assertThat(wei.caller()).hasText(name);
        wei.page().reload();
        wei.awaitState("Ringing");
        assertThat(wei.caller()).hasText(name);

        marco.become("Available");
        answering(1003, RING);
        marco.awaitState("Ringing");
        assertThat(marco.caller()).hasText(name);
        wei.seesNothingOf(name);
        marco.awaitState("On call");
        wei.seesNothingOf(name);
    }

    private static void theTicketIsThere(String customer, String name) {
        JsonNode tickets = await().atMost(LIMIT)
                .until(
                        () -> administrator.get("tickets?customer=" + customer).path("items"),
                        found -> !found.isEmpty());
        assertThat(tickets).hasSize(1);
        wei.open("/customers/" + customer);
        String number = "#" + tickets.get(0).path("number").asText();
        Locator line = wei.page().locator(".ticket-line", new Page.LocatorOptions().setHasText(number));
        assertThat(line).isVisible();
        BrowserLab.picture(wei.page(), "pop-customer");
        line.click();
        Locator ticket = wei.page().locator(".drawer");
        assertThat(ticket).containsText(number);
        assertThat(ticket).containsText(name);
        BrowserLab.picture(wei.page(), "pop-ticket");
    }

    private static void theRecordingPlays(String call) {
        await().atMost(LIMIT)
                .until(() -> administrator
                        .get("calls/" + call)
                        .path("recordings")
                        .path(0)
                        .path("state")
                        .asText()
                        .equals("ready"));
        List<Integer> statuses = new CopyOnWriteArrayList<>();
        wei.page().onResponse(response -> {
            if (response.url().contains("/recordings/")) {
                statuses.add(response.status());
            }
        });
        wei.open("/calls/" + call);
        assertThat(wei.page().locator(".drawer")).containsText("The oven's door is mended.");
        Locator position = wei.page().getByRole(AriaRole.SLIDER);
        await().atMost(LIMIT).until(() -> number(position, "aria-valuemax") > 3);
        wei.button("Play recording").click();
        await().atMost(LIMIT).until(() -> number(position, "aria-valuenow") > 0.5);
        BrowserLab.picture(wei.page(), "pop-recording");
        wei.button("Pause").click();
        position.press("Home");
        await().atMost(LIMIT).until(() -> number(position, "aria-valuenow") == 0);
        assertThat(statuses).contains(206);
        var part = wei.page()
                .request()
                .get(
                        "/api/v1/calls/" + call + "/recordings/1",
                        RequestOptions.create().setHeader("Range", "bytes=100-199"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).hasSize(100);
    }

    private static double number(Locator element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static void answering(int agent, Duration rings) {
        lab.register(agent);
        lab.phone(agent, Answering.answersAfter(rings));
    }

    private static String customer(String name, String phone) {
        return floor.as("wei")
                .post(
                        "customers",
                        Map.of(
                                "kind",
                                "person",
                                "name",
                                name,
                                "tags",
                                List.of("regular"),
                                "vip",
                                false,
                                "contacts",
                                List.of(Map.of("name", name, "phones", List.of(Map.of("raw", phone))))))
                .path("id")
                .asText();
    }

    /** The id of the newest call of a customer, empty when there is none. */
    private static String callOf(String customer) {
        return administrator
                .get("calls?customer=" + customer)
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }
}
