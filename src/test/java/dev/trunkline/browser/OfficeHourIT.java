package dev.trunkline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.trunkline.system.Alone;
import dev.trunkline.telephone.Sipp;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A supervisor and an administrator at work with nothing but their pages: real Chromium, real sound, real Asterisk. What
 * they do is seen on the agents' pages, on the customers' lines and at the PBX.
 */
@Alone
class OfficeHourIT {
    private static final String CUSTOMER = "13755552211";
    private static final String OTHER = "13755553322";
    private static final String WEI = "Wei Chen";
    private static final Duration STAYS = Duration.ofSeconds(90);

    private static PhoneFloor floor;
    private static BrowserPhone wei;
    private static BrowserPhone anna;
    private static BrowserPhone lina;
    private static PagePerson admin;

    @BeforeAll
    static void start() throws Exception {
        floor = new PhoneFloor("office-hour", Map.of());
        floor.tap().set("trunkline/queue/support/record", "no");
        wei = floor.phone("wei", 1001).useBrowser();
        anna = floor.phone("anna", 1002).useBrowser();
        lina = floor.phone("lina", 1005).useBrowser();
        admin = floor.person("admin");
    }

    @AfterAll
    static void end() throws Exception {
        if (floor != null) {
            floor.close();
        }
    }

    @AfterEach
    void everybodyGoesHome() {
        floor.everybodyGoesHome("wei", "anna");
        for (PagePerson person : new PagePerson[] {wei.person(), anna.person(), lina.person(), admin}) {
            assertThat(person.takeFaults()).isEmpty();
        }
    }

    /** The limit is set in one page and watched in another; the board moves by itself. */
    @Test
    void whoWaitsTooLongIsSeenAndServed() {
        QueueForm.of(admin, "Support").fill("Alarm on longer waits than", "3").save("Save");
        lina.person().open("/board/queues/support");
        Locator panel = lina.person().page().locator("aside.drawer");
        assertThat(panel).containsText("Nobody is waiting.");
        int answered = answered();

        floor.lab().call(calling(SUPPORT).from(CUSTOMER).stayingFor(STAYS));
        assertThat(panel.locator(".board-waiters li")).hasCount(1);
        assertThat(panel.locator(".board-waiters")).containsText("137 5555 2211");
        assertThat(panel.locator(".board-alarm")).containsText("longest wait");
        BrowserLab.picture(lina.person().page(), "office-waiting");

        agents().asks("Anna Lindqvist", "Make available");
        anna.answers();
        anna.soundGoesBothWays();
        lina.person().open("/board/queues/support");
        assertThat(panel).containsText("Nobody is waiting.");
        assertThat(panel.locator(".board-alarm")).hasCount(0);
        await().atMost(PhoneFloor.LIMIT).until(() -> answered() == answered + 1);
        anna.key("Hang up").click();
        anna.person().awaitState("Wrap-up");
    }

    @Test
    void aSupervisorHearsHelpsAndTakesOver() {
        wei.talksWith(CUSTOMER);
        agents().asks(WEI, "Listen");
        Locator part = lina.person().page().getByLabel("You take part in a call");
        assertThat(part).containsText("Wei Chen’s call");
        assertThat(part).containsText("Nobody hears you");
        lina.soundComes();
        assertThat(wei.person().page().locator(".coaching-bar")).hasCount(0);

        part.getByText("Whisper").click();
        assertThat(wei.person().page().locator(".coaching-bar")).containsText("Lina Ortega is whispering to you");
        lina.soundGoesBothWays();
        lina.person().page().keyboard().press("Alt+G");
        assertThat(part).containsText("Both hear you");
        assertThat(wei.person().page().locator(".coaching-bar")).containsText("Lina Ortega has joined the call");
        wei.soundGoesBothWays();
        BrowserLab.picture(lina.person().page(), "office-coaching");
        BrowserLab.picture(wei.person().page(), "office-coached");

        part.getByText("Take over").click();
        lina.person()
                .page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take over"))
                .click();
        wei.person().awaitState("Wrap-up");
        assertThat(part).hasCount(0);
        lina.soundGoesBothWays();
        lina.key("Hang up").click();
        assertThat(lina.key("Hang up")).hasCount(0);
    }

    @Test
    void anAgentReadsWhatTheSupervisorWrites() {
        wei.person().become("Available");
        agents().asks(WEI, "Write a message");
        Locator dialog = lina.person().page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Message").fill("The next one is ours: <b>be quick</b>");
        BrowserLab.picture(lina.person().page(), "office-message");
        dialog.getByText("Send", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(dialog).hasCount(0);
        assertThat(wei.person().page().locator("body")).containsText("The next one is ours: <b>be quick</b>");
    }

    @Test
    void whoWaitsIsPutFirst() {
        floor.lab().call(calling(SUPPORT).from(CUSTOMER).stayingFor(STAYS));
        floor.tap().awaitEvent("QueueCallerJoin", PhoneFloor.LIMIT);
        floor.lab().call(calling(SUPPORT).from(OTHER).stayingFor(STAYS));
        lina.person().open("/board/queues/support");
        Locator waiters = lina.person().page().locator(".board-waiters li");
        assertThat(waiters).hasCount(2);
        waiters.filter(new Locator.FilterOptions().setHasText("137 5555 3322"))
                .getByRole(AriaRole.BUTTON)
                .click();
        lina.person()
                .page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Put first"))
                .click();
        assertThat(lina.person().page().locator("body")).containsText("Is next in");
        anna.person().become("Available");
        anna.answers();
        assertThat(anna.person().caller()).containsText("5555 3322");
    }

    /** From the first click to the first talk without a file edited and without the PBX started anew. */
    @Test
    void anAdministratorMakesAQueueThatTakesCallsAtOnce() {
        QueueForm.fresh(admin)
                .fill("Name in the PBX", "workshop")
                .fill("Name", "Workshop")
                .number("4008007700")
                .choose("Agents", WEI)
                .save("Create queue");
        Locator row = admin.page().getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Workshop"));
        assertThat(row).containsText("In force");
        assertThat(row).containsText("400 800 7700");
        BrowserLab.picture(admin.page(), "office-queues");

        wei.person().become("Available");
        Sipp customer = floor.lab().call(calling("4008007700").from(CUSTOMER).stayingFor(STAYS));
        wei.answers();
        assertThat(wei.person().page().locator(".callbar")).containsText("Workshop");
        assertThat(customer.isRunning()).isTrue();
        wei.key("Hang up").click();
        wei.person().awaitState("Wrap-up");

        QueueForm.of(admin, "Workshop")
                .choose("After that", "On to another queue")
                .choose("Queue", "Support")
                .save("Save");
        QueueForm support = QueueForm.of(admin, "Support");
        support.choose("After that", "On to another queue")
                .choose("Queue", "Workshop")
                .isRefused("Save", "Callers would come back to where they came from.");
        BrowserLab.picture(admin.page(), "office-overflow-ring");
        support.leave();
        assertThat(floor.as("admin").get("queues/support").path("overflowQueue").isNull())
                .isTrue();
    }

    private static AgentsPage agents() {
        lina.person().open("/agents");
        return new AgentsPage(lina.person());
    }

    private static int answered() {
        for (var queue : floor.as("lina").get("board").path("queues")) {
            if (queue.path("name").asText().equals("support")) {
                return queue.path("today").path("answered").asInt();
            }
        }
        throw new AssertionError("no queue support on the board");
    }
}
