package dev.trunkline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.trunkline.browser.PhoneFloor.LIMIT;
import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.trunkline.system.Alone;
import dev.trunkline.telephone.Answering;
import dev.trunkline.telephone.RestClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The browser as the agent's phone: real Chromium, real sound, real Asterisk. What was heard is counted, not assumed. What
 * goes wrong with it is {@link PhoneTroubleIT}'s.
 */
@Alone
class BrowserPhoneIT {
    private static final String SPEAKS =
            "() => window.connections.at(-1).getSenders().some(sender => sender.track?.enabled)";

    private static PhoneFloor floor;
    private static BrowserPhone phone;
    private static PagePerson wei;

    @BeforeAll
    static void start() throws Exception {
        floor = new PhoneFloor("browser-phone", Map.of("trunkline.phone.credentials-last", "20s"));
        floor.lab().cli("logger add channel keys dtmf");
        phone = floor.phone("wei", 1001);
        wei = phone.person();
    }

    @AfterAll
    static void end() throws Exception {
        if (floor != null) {
            floor.close();
        }
    }

    @AfterEach
    void everybodyGoesHome() {
        floor.everybodyGoesHome("wei");
    }

    @Test
    void anAgentTakesACallInTheBrowserAndNothingIsLost() {
        int before = callsWritten();
        phone.useBrowser();
        assertThat(floor.lab().cli("pjsip show contacts")).contains("1001-web/sip:");
        wei.become("Available");
        await().atMost(LIMIT).until(() -> floor.lab().cli("queue show support").contains("PJSIP/1001-web"));
        assertThat(floor.lab().cli("queue show support"))
                .doesNotContain("PJSIP/1001 ")
                .doesNotContain("(PJSIP/1001)");

        floor.lab().call(calling(SUPPORT).from("13755551111").stayingFor(Duration.ofSeconds(60)));
        key("Answer").waitFor();
        wei.awaitState("Ringing");
        BrowserLab.picture(wei.page(), "phone-ringing");
        key("Answer").click();
        wei.awaitState("On call");
        String first = passwordAtThePbx();
        phone.soundGoesBothWays();
        BrowserLab.picture(wei.page(), "phone-on-call");

        key("Mute").click();
        key("Unmute").waitFor();
        assertThat(wei.page().evaluate(SPEAKS)).isEqualTo(false);
        key("Unmute").click();
        assertThat(wei.page().evaluate(SPEAKS)).isEqualTo(true);

        key("Keypad").click();
        Locator keypad = wei.page().locator(".phone-keypad");
        keypad.getByText("5", new Locator.GetByTextOptions().setExact(true)).click();
        keypad.getByText("#", new Locator.GetByTextOptions().setExact(true)).click();
        await().atMost(LIMIT)
                .until(
                        () -> Files.readString(floor.lab().journal().resolve("keys")),
                        keys -> keys.contains("'5' received on PJSIP/1001-web")
                                && keys.contains("'#' received on PJSIP/1001-web"));
        BrowserLab.picture(wei.page(), "phone-keypad");
        wei.page().keyboard().press("Escape");

        await().atMost(LIMIT).until(() -> !passwordAtThePbx().equals(first)); // Renewed during the call.
        key("Hold").click();
        key("Resume").waitFor();
        assertThat(floor.tap().awaitEvent("Hold", LIMIT).get("Channel")).startsWith("PJSIP/1001-web-");
        assertThat(floor.tap().awaitEvent("MusicOnHoldStart", LIMIT).get("Channel"))
                .startsWith("PJSIP/lab-");
        key("Resume").click();
        key("Hold").waitFor();
        floor.tap().awaitEvent("MusicOnHoldStop", LIMIT);
        aProgramHoldsTheCall();
        phone.soundGoesBothWays();

        key("Hang up").click();
        wei.awaitState("Wrap-up");
        assertThat(theCallIsWrittenDown(before).path("holdMs").asLong()).isPositive();
    }

    /** What is answered when the page has done it. */
    private static void aProgramHoldsTheCall() {
        RestClient program = floor.as("wei");
        String call = program.get("agents/me/state").path("callId").asText();
        program.post("calls/" + call + "/hold", Map.of());
        key("Resume").waitFor();
        program.post("calls/" + call + "/resume", Map.of());
        key("Hold").waitFor();
        program.post("calls/" + call + "/mute", Map.of());
        assertThat(wei.page().evaluate(SPEAKS)).isEqualTo(false);
        program.post("calls/" + call + "/unmute", Map.of());
        assertThat(wei.page().evaluate(SPEAKS)).isEqualTo(true);
    }

    @Test
    void aReloadBringsTheCallBack() {
        int before = callsWritten();
        phone.useBrowser();
        phone.talksWith("13755551114");
        int music = floor.tap().events("MusicOnHoldStart").size();
        long reloadedAt = System.nanoTime();
        wei.page().reload();
        key("Hang up").waitFor();
        assertThat(Duration.ofNanos(System.nanoTime() - reloadedAt)).isLessThan(Duration.ofSeconds(5));
        assertThat(floor.tap().events("MusicOnHoldStart")).hasSizeGreaterThan(music);
        wei.awaitState("On call");
        phone.soundGoesBothWays();
        key("Hang up").click();
        wei.awaitState("Wrap-up");
        theCallIsWrittenDown(before);
    }

    /** As the service dials for an agent at a browser. */
    @Test
    void aCallTheAgentAskedForAnswersItself() {
        phone.useBrowser();
        floor.lab().outside(Answering.answers());
        floor.tap()
                .send(
                        "Originate",
                        Map.of(
                                "Channel", "PJSIP/1001-web",
                                "Context", "from-agents",
                                "Exten", "13755551113",
                                "Priority", "1",
                                "Variable", "PJSIP_HEADER(add,X-Trunkline-Answer)=auto",
                                "Async", "true"));
        key("Hang up").waitFor();
        wei.awaitState("On call");
        key("Hang up").click();
    }

    @Test
    void onlyOneTabIsThePhone() {
        phone.useBrowser();
        Page second = wei.page().context().newPage();
        second.navigate("/desk");
        Locator banner = second.locator(".banner", new Page.LocatorOptions().setHasText("Another tab"));
        assertThat(banner).isVisible();
        BrowserLab.picture(second, "phone-second-tab");
        banner.getByRole(AriaRole.BUTTON).click();
        assertThat(banner).hasCount(0);
        assertThat(wei.page().locator(".banner")).containsText("Another tab or browser is your phone");
        second.close();
        assertThat(wei.page().locator(".banner")).hasCount(0); // The phone comes back by itself.
        phone.awaitReady();
    }

    @Test
    void anotherBrowserLeavesTheCallWhereItIsUntilItIsAskedFor() {
        phone.useBrowser();
        phone.talksWith("13755551115");
        try (PagePerson again = floor.person("wei")) {
            again.page().onDialog(Dialog::accept);
            again.open("/desk");
            Locator away = again.banner("You are on a call in another tab");
            assertThat(away).isVisible();
            BrowserLab.picture(again.page(), "phone-call-elsewhere");
            phone.soundGoesBothWays();
            assertThat(key("Hang up")).isVisible();

            away.getByRole(AriaRole.BUTTON).click();
            assertThat(again.page().locator(".phone-strip button[aria-label='Hang up']"))
                    .isVisible();
            assertThat(key("Hang up")).hasCount(0);
            again.awaitState("On call");
            again.page().locator(".phone-strip button[aria-label='Hang up']").click();
            again.awaitState("Wrap-up");
        }
        // The desk went with the session that opened it last, and the phone with the desk.
        wei.banner("open in another session").getByRole(AriaRole.BUTTON).click();
        phone.awaitReady();
    }

    private static Locator key(String name) {
        return phone.key(name);
    }

    private static String passwordAtThePbx() {
        return floor.lab().cli("database get trunkline/auth 1001-web");
    }

    private static int callsWritten() {
        return floor.as("admin").get("calls?limit=1").path("total").asInt();
    }

    /** The browser is agent 1001, and setting up a phone is no call. */
    private static JsonNode theCallIsWrittenDown(int before) {
        JsonNode call = await().atMost(LIMIT)
                .until(
                        () -> floor.as("admin").get("calls?limit=1"),
                        found -> found.path("total").asInt() > before
                                && !found.path("items").path(0).path("endedAt").isNull())
                .path("items")
                .path(0);
        assertThat(callsWritten()).isEqualTo(before + 1);
        assertThat(call.path("outcome").asText()).isEqualTo("answered");
        assertThat(call.path("agents")).hasSize(1);
        assertThat(call.path("agents").path(0).asText()).isEqualTo("1001");
        return call;
    }
}
