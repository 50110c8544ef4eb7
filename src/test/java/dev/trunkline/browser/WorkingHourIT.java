package dev.trunkline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.trunkline.browser.PhoneFloor.LIMIT;
import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import dev.trunkline.faults.Moment;
import dev.trunkline.system.Alone;
import dev.trunkline.telephone.Answering;
import dev.trunkline.telephone.FlowComparison;
import dev.trunkline.telephone.JournalCall;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two agents and their supervisor at work with nothing but their pages: real Chromium, real sound, real Asterisk. What a
 * button does is seen on the other's page, on the customer's line and in the PBX's queue, and afterwards the call is what the
 * PBX's journal says it was.
 */
@Alone
class WorkingHourIT {
    private static final String CUSTOMER = "13755552211";
    private static final String WEI = "Wei Chen";

    private static final Set<String> compared = new HashSet<>();
    private static PhoneFloor floor;
    private static BrowserPhone wei;
    private static BrowserPhone anna;
    private static PagePerson lina;

    @BeforeAll
    static void start() throws Exception {
        floor = new PhoneFloor("working-hour", Map.of());
        floor.tap().set("trunkline/queue/support/record", "no");
        wei = floor.phone("wei", 1001).useBrowser();
        anna = floor.phone("anna", 1002).useBrowser();
        lina = floor.person("lina");
    }

    @AfterAll
    static void end() throws Exception {
        if (floor != null) {
            floor.close();
        }
    }

    @Test
    void aColleagueIsAskedAndTakesOver() {
        weiTalks();
        int music = floor.tap().events("MusicOnHoldStart").size();
        asksAnna();
        floor.tap().awaitEvents("MusicOnHoldStart", music + 1, LIMIT);
        assertThat(floor.tap().events("MusicOnHoldStart").getLast().get("Channel"))
                .startsWith("PJSIP/lab-");
        anna.soundGoesBothWays();
        assertThat(wei.person().page().locator(".call-controls")).containsText("You talk to Anna Lindqvist");
        BrowserLab.picture(wei.person().page(), "control-consulting");

        wei.control("Swap").click();
        assertThat(wei.person().page().locator(".call-controls")).containsText("Anna Lindqvist waits");
        wei.control("Hand over").click();
        wei.person().awaitState("Wrap-up");
        anna.soundGoesBothWays();
        assertThat(anna.person().caller()).containsText(CUSTOMER.substring(3, 7));
        anna.key("Hang up").click();
        anna.person().awaitState("Wrap-up");
    }

    @Test
    void allThreeTalkAndTheOneWhoBroughtThemTogetherLeaves() {
        weiTalks();
        asksAnna();
        wei.control("Join all").click();
        assertThat(wei.control("Join all")).hasCount(0);
        wei.soundGoesBothWays();
        anna.soundGoesBothWays();
        BrowserLab.picture(wei.person().page(), "control-together");
        wei.key("Hang up").click();
        wei.person().awaitState("Wrap-up");
        anna.soundGoesBothWays();
        anna.key("Hang up").click();
        anna.person().awaitState("Wrap-up");
    }

    @Test
    void aCallIsPassedOnUnasked() {
        weiTalks();
        wei.person().page().keyboard().press("Alt+T");
        wei.chooses("Anna");
        wei.person().awaitState("Wrap-up");
        anna.answers();
        anna.soundGoesBothWays();
        anna.key("Hang up").click();
        anna.person().awaitState("Wrap-up");
    }

    @Test
    void aParkedCallIsTakenByAColleague() {
        weiTalks();
        wei.control("Park").click();
        wei.person().awaitState("Wrap-up");
        Locator parked = anna.person().page().locator(".parked-call");
        assertThat(parked).hasCount(1);
        BrowserLab.picture(anna.person().page(), "control-parked");
        parked.getByText("Take").click();
        anna.person().awaitState("On call");
        assertThat(parked).hasCount(0);
        anna.soundGoesBothWays();
        anna.key("Hang up").click();
    }

    @Test
    void aNumberOnThePageIsCalledByAClick() {
        floor.lab().outside(Answering.answers());
        wei.person().page().keyboard().press("Alt+D");
        wei.chooses("13755552299");
        wei.person().awaitState("On call");
        wei.soundGoesBothWays();
        wei.key("Hang up").click();
        assertThat(wei.key("Hang up")).hasCount(0);
    }

    /** Nothing from the browser reaches the PBX, and nothing from the PBX the browser, neither signalling nor sound. */
    @Test
    void tenSecondsWithoutTheNetworkAreSurvived() {
        weiTalks();
        floor.line().cut();
        floor.lab().freeze();
        try {
            Moment.passes(Duration.ofSeconds(10));
        } finally {
            floor.lab().thaw();
            floor.line().heal();
        }
        wei.soundGoesBothWays();
        wei.person().awaitState("On call");
        wei.key("Hang up").click();
        wei.person().awaitState("Wrap-up");
    }

    @Test
    void aSupervisorSendsAnAgentOnABreakAndBackToWork() {
        wei.person().become("Available");
        awaitInQueue(place -> place.contains("PJSIP/1001-web") && !place.contains("paused"));
        AgentsPage agents = lina();
        agents.sendsOnBreak(WEI, "Lunch");
        assertThat(wei.person().page().getByText("Lina Ortega put you on break"))
                .isVisible();
        wei.person().awaitState("Break");
        wei.person().awaitState("Lunch");
        awaitInQueue(place -> place.contains("(paused:lunch "));
        assertThat(agents.row(WEI)).containsText("Lunch");
        BrowserLab.picture(lina.page(), "agents-break");

        agents.asks(WEI, "Make available");
        wei.person().awaitState("Available");
        awaitInQueue(place -> place.contains("PJSIP/1001-web") && !place.contains("paused"));
        floor.lab().call(calling(SUPPORT).from(CUSTOMER).stayingFor(Duration.ofSeconds(60)));
        wei.answers();
        wei.soundGoesBothWays();
        wei.key("Hang up").click();
        wei.person().awaitState("Wrap-up");
    }

    @Test
    void whatASupervisorWantsOfAnAgentInACallComesAfterIt() {
        AgentsPage agents = lina();
        weiTalks();
        assertThat(agents.row(WEI)).containsText("On call");
        assertThat(agents.row(WEI)).containsText("+86 137 5555 2211"); // As the carrier sent it, without +86.
        agents.sendsOnBreak(WEI, "Short break");
        assertThat(agents.question()).containsText("Wei Chen is on a call");
        BrowserLab.picture(lina.page(), "agents-in-call");
        agents.answers("Cancel");
        agents.sendsOnBreak(WEI, "Short break"); // Which would not be offered, were it so.
        agents.answers("After the call");
        assertThat(agents.row(WEI)).containsText("then Short break");
        wei.person().awaitState("then Short break");
        agents.asks(WEI, "Sign out of the queues");
        agents.answers("After the call");
        assertThat(agents.row(WEI)).containsText("then Offline");
        wei.person().awaitState("then Offline");
        wei.soundGoesBothWays();
        wei.person().awaitState("On call");

        wei.key("Hang up").click();
        wei.person().awaitState("Wrap-up");
        assertThat(agents.row(WEI)).containsText("Wrap-up");
        agents.asks(WEI, "End the wrap-up");
        wei.person().awaitState("Offline");
        awaitInQueue(String::isEmpty);
    }

    @Test
    void twoTicketsAreLinkedAndBothSayIt() {
        JsonNode leak = ticket("The dishwasher leaks");
        JsonNode seal = ticket("A door seal is on order");
        try (PagePerson marco = floor.person("marco")) {
            TicketPage ofSeal = TicketPage.open(marco, seal);
            assertThat(ofSeal.links()).containsText("No linked tickets.");
            TicketPage ofLeak = TicketPage.open(lina, leak);
            ofLeak.link("Blocked by", seal);
            assertThat(ofLeak.links("Blocked by")).containsText("#" + seal.path("number"));
            // This page is open, and is told.
            assertThat(ofSeal.links("Blocking")).containsText("#" + leak.path("number"));
            BrowserLab.picture(lina.page(), "ticket-linked");
            BrowserLab.picture(marco.page(), "ticket-linked-other");

            ofSeal.unlink(leak);
            assertThat(ofSeal.links()).containsText("No linked tickets.");
            TicketPage.open(lina, leak);
            assertThat(ofLeak.links()).containsText("No linked tickets.");
        }
    }

    private static void weiTalks() {
        wei.talksWith(CUSTOMER);
        wei.soundGoesBothWays();
    }

    private static void asksAnna() {
        wei.control("Ask a colleague").click();
        wei.chooses("Anna");
        anna.answers();
        assertThat(wei.control("Hand over")).isVisible();
    }

    private static AgentsPage lina() {
        lina.open("/agents");
        return new AgentsPage(lina);
    }

    /** What the PBX itself says of Wei's place in the queue, nothing when there is none. */
    private static void awaitInQueue(Predicate<String> wanted) {
        await().atMost(LIMIT)
                .until(
                        () -> floor.lab()
                                .cli("queue show support")
                                .lines()
                                .filter(line -> line.contains("PJSIP/1001"))
                                .collect(Collectors.joining()),
                        wanted);
    }

    private static JsonNode ticket(String subject) {
        return floor.as("marco").post("tickets", Map.of("type", "repair", "subject", subject));
    }

    @AfterEach
    void theJournalSaysTheSame() {
        floor.everybodyGoesHome("wei", "anna");
        for (JournalCall expected :
                JournalCall.read(floor.lab().cel(), floor.lab().queueLog())) {
            if (!expected.id().startsWith("errand") && compared.add(expected.id())) {
                JsonNode call = await("the end of " + expected.id())
                        .atMost(LIMIT)
                        .ignoreExceptions()
                        .until(
                                () -> floor.as("admin").get("calls/" + expected.id()),
                                told -> told.hasNonNull("endedAt"));
                FlowComparison.compare(call, expected);
            }
        }
    }
}
