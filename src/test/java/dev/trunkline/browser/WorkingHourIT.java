package dev.trunkline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import dev.trunkline.faults.Moment;
import dev.trunkline.faults.Relay;
import dev.trunkline.system.ServiceProcess;
import dev.trunkline.telephone.AmiTap;
import dev.trunkline.telephone.Answering;
import dev.trunkline.telephone.AsteriskLab;
import dev.trunkline.telephone.FlowComparison;
import dev.trunkline.telephone.JournalCall;
import dev.trunkline.telephone.RestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two agents at work with nothing but their pages: real Chromium, real sound, real Asterisk. What a button does is seen on
 * the other's page and on the customer's line, and afterwards the call is what the PBX's journal says it was.
 */
class WorkingHourIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String CUSTOMER = "13755552211";

    private static final Set<String> compared = new HashSet<>();
    private static AsteriskLab lab;
    private static AmiTap tap;
    /** Between the browsers and Asterisk's WebSocket. */
    private static Relay line;

    private static ServiceProcess service;
    private static BrowserLab browsers;
    private static RestClient administrator;
    private static BrowserPhone wei;
    private static BrowserPhone anna;

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
        tap = AmiTap.open(lab.amiPort(), true);
        line = new Relay(lab.httpPort());
        service = new ServiceProcess("working-hour")
                .with("trunkline.pbx.host", "127.0.0.1")
                .with("trunkline.pbx.port", lab.amiPort())
                .with("trunkline.phone.ws-url", "ws://127.0.0.1:" + line.port() + "/ws")
                .with("trunkline.demo", true)
                .start();
        browsers = new BrowserLab(service.base());
        administrator = RestClient.signIn(service.base(), "admin", "trunkline-demo");
        tap.set("trunkline/queue/support/record", "no");
        wei = BrowserPhone.of(browsers, lab, "wei", 1001).useBrowser();
        anna = BrowserPhone.of(browsers, lab, "anna", 1002).useBrowser();
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
    void aColleagueIsAskedAndTakesOver() {
        weiTalks();
        int music = tap.events("MusicOnHoldStart").size();
        asksAnna();
        tap.awaitEvents("MusicOnHoldStart", music + 1, LIMIT);
        assertThat(tap.events("MusicOnHoldStart").getLast().get("Channel")).startsWith("PJSIP/lab-");
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
        lab.outside(Answering.answers());
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
        line.cut();
        lab.freeze();
        try {
            Moment.passes(Duration.ofSeconds(10));
        } finally {
            lab.thaw();
            line.heal();
        }
        wei.soundGoesBothWays();
        wei.person().awaitState("On call");
        wei.key("Hang up").click();
        wei.person().awaitState("Wrap-up");
    }

    private static void weiTalks() {
        wei.person().become("Available");
        lab.call(calling(SUPPORT).from(CUSTOMER).stayingFor(Duration.ofSeconds(90)));
        wei.answers();
        wei.soundGoesBothWays();
    }

    private static void asksAnna() {
        wei.control("Ask a colleague").click();
        wei.chooses("Anna");
        anna.answers();
        assertThat(wei.control("Hand over")).isVisible();
    }

    @AfterEach
    void theJournalSaysTheSame() {
        line.heal();
        lab.hangUpEverybody();
        lab.sendEverybodyHome();
        List.of("wei", "anna")
                .forEach(name -> RestClient.signIn(service.base(), name, "trunkline-demo")
                        .put("agents/me/state", Map.of("state", "offline")));
        for (JournalCall expected : JournalCall.read(lab.cel(), lab.queueLog())) {
            if (!expected.id().startsWith("errand") && compared.add(expected.id())) {
                JsonNode call = await("the end of " + expected.id())
                        .atMost(LIMIT)
                        .ignoreExceptions()
                        .until(() -> administrator.get("calls/" + expected.id()), told -> told.hasNonNull("endedAt"));
                FlowComparison.compare(call, expected);
            }
        }
    }
}
