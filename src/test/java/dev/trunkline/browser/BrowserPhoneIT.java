package dev.trunkline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.trunkline.browser.BrowserLab.Look;
import dev.trunkline.faults.Relay;
import dev.trunkline.system.ServiceProcess;
import dev.trunkline.telephone.AmiTap;
import dev.trunkline.telephone.Answering;
import dev.trunkline.telephone.AsteriskLab;
import dev.trunkline.telephone.RestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The browser as the agent's phone: real Chromium, real sound, real Asterisk. What was heard is counted, not assumed. */
class BrowserPhoneIT {
    private static final String PASSWORD = "trunkline-demo";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final String SPEAKS =
            "() => window.connections.at(-1).getSenders().some(sender => sender.track?.enabled)";

    private static final String NO_PERMISSION = """
            if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia =
                () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))""";

    private static AsteriskLab lab;
    private static AmiTap tap;
    /** Between the browsers and Asterisk's WebSocket; sound takes its own way. */
    private static Relay line;

    private static ServiceProcess service;
    private static BrowserLab browsers;
    private static RestClient administrator;
    private static BrowserPhone phone;
    private static PagePerson wei;

    @BeforeAll
    static void start() throws IOException {
        setDefaultAssertionTimeout(LIMIT.toMillis());
        lab = AsteriskLab.start();
        Files.copy(
                Path.of("src", "test", "sipp", "tone-700hz.alaw"),
                lab.runDirectory().resolve("lib/moh/music.alaw"));
        // Asterisk looks into the directory again only when its configuration seems to have changed.
        Files.setLastModifiedTime(lab.runDirectory().resolve("etc/musiconhold.conf"), FileTime.from(Instant.now()));
        lab.cli("moh reload");
        lab.cli("logger add channel keys dtmf");
        tap = AmiTap.open(lab.amiPort(), true);
        line = new Relay(lab.httpPort());
        service = new ServiceProcess("browser-phone")
                .with("trunkline.pbx.host", "127.0.0.1")
                .with("trunkline.pbx.port", lab.amiPort())
                .with("trunkline.phone.ws-url", "ws://127.0.0.1:" + line.port() + "/ws")
                .with("trunkline.phone.credentials-last", "20s")
                .with("trunkline.demo", true)
                .start();
        browsers = new BrowserLab(service.base());
        administrator = RestClient.signIn(service.base(), "admin", PASSWORD);
        phone = BrowserPhone.of(browsers, lab, "wei", 1001);
        wei = phone.person();
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (browsers != null) {
            browsers.close();
        }
        if (service != null) {
            service.close();
        }
        if (line != null) {
            line.close();
        }
        if (tap != null) {
            tap.close();
        }
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void anAgentTakesACallInTheBrowserAndNothingIsLost() {
        int before = administrator.get("calls?limit=1").path("total").asInt();
        phone.useBrowser();
        assertThat(lab.cli("pjsip show contacts")).contains("1001-web/sip:");
        wei.become("Available");
        await().atMost(LIMIT).until(() -> lab.cli("queue show support").contains("PJSIP/1001-web"));
        assertThat(lab.cli("queue show support")).doesNotContain("PJSIP/1001 ").doesNotContain("(PJSIP/1001)");

        lab.call(calling(SUPPORT).from("13755551111").stayingFor(Duration.ofSeconds(60)));
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
                        () -> Files.readString(lab.journal().resolve("keys")),
                        keys -> keys.contains("'5' received on PJSIP/1001-web")
                                && keys.contains("'#' received on PJSIP/1001-web"));
        BrowserLab.picture(wei.page(), "phone-keypad");
        wei.page().keyboard().press("Escape");

        await().atMost(LIMIT).until(() -> !passwordAtThePbx().equals(first)); // Renewed during the call.
        key("Hold").click();
        key("Resume").waitFor();
        assertThat(tap.awaitEvent("Hold", LIMIT).get("Channel")).startsWith("PJSIP/1001-web-");
        assertThat(tap.awaitEvent("MusicOnHoldStart", LIMIT).get("Channel")).startsWith("PJSIP/lab-");
        key("Resume").click();
        key("Hold").waitFor();
        tap.awaitEvent("MusicOnHoldStop", LIMIT);
        aProgramHoldsTheCall(RestClient.signIn(service.base(), "wei", PASSWORD));
        phone.soundGoesBothWays();

        key("Hang up").click();
        wei.awaitState("Wrap-up");
        assertThat(theCallIsWrittenDown(before).path("holdMs").asLong()).isPositive();
    }

    /** What is answered when the page has done it. */
    private static void aProgramHoldsTheCall(RestClient program) {
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
        int before = administrator.get("calls?limit=1").path("total").asInt();
        phone.useBrowser();
        wei.become("Available");
        lab.call(calling(SUPPORT).from("13755551114").stayingFor(Duration.ofSeconds(60)));
        key("Answer").click();
        wei.awaitState("On call");
        int music = tap.events("MusicOnHoldStart").size();
        long reloadedAt = System.nanoTime();
        wei.page().reload();
        key("Hang up").waitFor();
        assertThat(Duration.ofNanos(System.nanoTime() - reloadedAt)).isLessThan(Duration.ofSeconds(5));
        assertThat(tap.events("MusicOnHoldStart")).hasSizeGreaterThan(music);
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
        lab.outside(Answering.answers());
        tap.send(
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
        wei.become("Available");
        lab.call(calling(SUPPORT).from("13755551115").stayingFor(Duration.ofSeconds(60)));
        key("Answer").click();
        wei.awaitState("On call");
        try (PagePerson again = PagePerson.signIn(browsers, Look.DESK, "wei", PASSWORD)) {
            again.page().onDialog(Dialog::accept);
            again.open("/desk");
            Locator away = again.page()
                    .locator(".banner", new Page.LocatorOptions().setHasText("You are on a call in another tab"));
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
        banner("open in another session").getByRole(AriaRole.BUTTON).click();
        phone.awaitReady();
    }

    @Test
    void whoSignsOutInMidCallIsAskedAndALostSessionLeavesTheCallAlone() {
        phone.useBrowser();
        wei.become("Available");
        lab.call(calling(SUPPORT).from("13755551116").stayingFor(Duration.ofSeconds(60)));
        key("Answer").click();
        wei.awaitState("On call");

        signOut();
        wei.button("Stay").click();
        assertThat(key("Hang up")).isVisible();

        wei.page().context().clearCookies();
        wei.page().locator("a[href='/customers']").first().click();
        assertThat(wei.page().locator(".signin-card")).containsText("Your call goes on");
        phone.soundGoesBothWays();
        signInAgain();
        key("Hang up").waitFor();
        phone.soundGoesBothWays();

        signOut();
        BrowserLab.picture(wei.page(), "phone-sign-out");
        wei.button("Hang up and sign out").click();
        assertThat(wei.page().locator(".signin-card")).isVisible();
        await().atMost(LIMIT).until(() -> !lab.cli("core show channels concise").contains("1001-web"));
        await().atMost(LIMIT).until(() -> !lab.cli("pjsip show contacts").contains("1001-web/sip:"));

        signInAgain();
        phone.awaitReady();
    }

    @Test
    void aCallOutlivesACutLine() {
        phone.useBrowser();
        wei.become("Available");
        lab.call(calling(SUPPORT).from("13755551112").stayingFor(Duration.ofSeconds(60)));
        key("Answer").click();
        wei.awaitState("On call");
        line.cut();
        assertThat(banner("Your phone has lost the PBX")).isVisible();
        phone.soundGoesBothWays();
        line.heal();
        phone.awaitReady();
        key("Hold").click();
        key("Resume").waitFor();
        key("Resume").click();
        key("Hold").waitFor();
        // The PBX finds the page on its new connection.
        lab.cli("channel request hangup " + channel("PJSIP/1001-web"));
        assertThat(key("Hang up")).hasCount(0);
        wei.awaitState("Wrap-up");
    }

    @Test
    void credentialsThatHoldNoMoreMeanAnotherBrowserIsThePhone() {
        phone.use("Desk phone", "");
        phone.useBrowser(); // With fresh credentials, which need not be renewed during this.
        line.cut();
        assertThat(banner("Your phone has lost the PBX")).isVisible();
        tap.send(
                "Originate",
                Map.of(
                        "Channel",
                        "Local/1001@agent-phone-setup/n",
                        "ChannelId",
                        "errand-of-another-browser",
                        "Application",
                        "NoOp",
                        "Variable",
                        "PASSWORD=" + "0".repeat(32)));
        line.heal();
        takeOver();
    }

    @Test
    void aMicrophoneThatIsRefusedIsCalledSo() {
        BrowserPhone second = BrowserPhone.of(browsers, lab, "anna", 1002);
        try (PagePerson anna = second.person()) {
            anna.page().context().addInitScript(NO_PERMISSION);
            anna.open("/desk");
            second.useBrowser();
            assertThat(anna.page().locator(".banner")).containsText("The browser refuses the microphone");
            BrowserLab.picture(anna.page(), "phone-no-microphone");
        }
    }

    @AfterEach
    void everybodyGoesHome() {
        line.heal();
        lab.hangUpEverybody();
        lab.sendEverybodyHome();
        RestClient.signIn(service.base(), "wei", PASSWORD).put("agents/me/state", Map.of("state", "offline"));
    }

    private static void signOut() {
        wei.page().locator("button.topbar-me").click();
        wei.page()
                .getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName("Sign out").setExact(true))
                .click();
    }

    private static void signInAgain() {
        wei.page().locator("input[autocomplete=username]").fill("wei");
        wei.page().locator("input[autocomplete=current-password]").fill(PASSWORD);
        wei.page().locator("button[type=submit]").click();
    }

    private static void takeOver() {
        banner("Another tab or browser is your phone")
                .getByRole(AriaRole.BUTTON)
                .click();
        phone.awaitReady();
    }

    private static Locator key(String name) {
        return phone.key(name);
    }

    private static Locator banner(String words) {
        return wei.page().locator(".banner", new Page.LocatorOptions().setHasText(words));
    }

    /** The name of the channel of an endpoint. */
    private static String channel(String endpoint) {
        return lab.cli("core show channels concise")
                .lines()
                .filter(line -> line.startsWith(endpoint))
                .map(line -> line.split("!")[0])
                .findFirst()
                .orElseThrow();
    }

    private static String passwordAtThePbx() {
        return lab.cli("database get trunkline/auth 1001-web");
    }

    /** The browser is agent 1001, and setting up a phone is no call. */
    private static JsonNode theCallIsWrittenDown(int before) {
        JsonNode call = await().atMost(LIMIT)
                .until(
                        () -> administrator.get("calls?limit=1"),
                        found -> found.path("total").asInt() > before
                                && !found.path("items").path(0).path("endedAt").isNull())
                .path("items")
                .path(0);
        assertThat(administrator.get("calls?limit=1").path("total").asInt()).isEqualTo(before + 1);
        assertThat(call.path("outcome").asText()).isEqualTo("answered");
        assertThat(call.path("agents")).hasSize(1);
        assertThat(call.path("agents").path(0).asText()).isEqualTo("1001");
        return call;
    }
}
