package dev.trunkline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.trunkline.browser.PhoneFloor.LIMIT;
import static dev.trunkline.browser.PhoneFloor.PASSWORD;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.trunkline.system.Alone;
import dev.trunkline.telephone.RestClient;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What goes wrong around the browser as the agent's phone: with its line, its credentials, its microphone, its owner's
 * session, and with the phones of colleagues to whom a call is to go. The call outlives it, and the page says what it is.
 */
@Alone
class PhoneTroubleIT {
    private static final String NO_PERMISSION = """
            if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia =
                () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))""";

    private static PhoneFloor floor;
    private static BrowserPhone phone;
    private static PagePerson wei;

    @BeforeAll
    static void start() throws Exception {
        floor = new PhoneFloor("phone-trouble", Map.of("trunkline.phone.credentials-last", "20s"));
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
        floor.everybodyGoesHome("wei", "anna", "marco");
    }

    @Test
    void whoSignsOutInMidCallIsAskedAndALostSessionLeavesTheCallAlone() {
        phone.useBrowser();
        phone.talksWith("13755551116");

        signOut();
        wei.button("Stay").click();
        assertThat(phone.key("Hang up")).isVisible();

        wei.page().context().clearCookies();
        wei.page().locator("a[href='/customers']").first().click();
        assertThat(wei.page().locator(".signin-card")).containsText("Your call goes on");
        phone.soundGoesBothWays();
        signInAgain();
        phone.key("Hang up").waitFor();
        phone.soundGoesBothWays();

        signOut();
        BrowserLab.picture(wei.page(), "phone-sign-out");
        wei.button("Hang up and sign out").click();
        assertThat(wei.page().locator(".signin-card")).isVisible();
        await().atMost(LIMIT)
                .until(() -> !floor.lab().cli("core show channels concise").contains("1001-web"));
        await().atMost(LIMIT)
                .until(() -> !floor.lab().cli("pjsip show contacts").contains("1001-web/sip:"));

        signInAgain();
        phone.awaitReady();
    }

    @Test
    void aCallOutlivesACutLine() {
        phone.useBrowser();
        phone.talksWith("13755551112");
        floor.line().cut();
        assertThat(wei.banner("Your phone has lost the PBX")).isVisible();
        phone.soundGoesBothWays();
        floor.line().heal();
        phone.awaitReady();
        phone.key("Hold").click();
        phone.key("Resume").waitFor();
        phone.key("Resume").click();
        phone.key("Hold").waitFor();
        // The PBX finds the page on its new connection.
        floor.lab().cli("channel request hangup " + channel("PJSIP/1001-web"));
        assertThat(phone.key("Hang up")).hasCount(0);
        wei.awaitState("Wrap-up");
    }

    @Test
    void credentialsThatHoldNoMoreMeanAnotherBrowserIsThePhone() {
        phone.use("Desk phone", "");
        phone.useBrowser(); // With fresh credentials, which need not be renewed during this.
        floor.line().cut();
        assertThat(wei.banner("Your phone has lost the PBX")).isVisible();
        floor.tap()
                .send(
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
        floor.line().heal();
        wei.banner("Another tab or browser is your phone")
                .getByRole(AriaRole.BUTTON)
                .click();
        phone.awaitReady();
    }

    @Test
    void aMicrophoneThatIsRefusedIsCalledSo() {
        BrowserPhone second = floor.phone("anna", 1002);
        try (PagePerson anna = second.person()) {
            anna.page().context().addInitScript(NO_PERMISSION);
            anna.open("/desk");
            second.useBrowser();
            assertThat(anna.page().locator(".banner")).containsText("The browser refuses the microphone");
            BrowserLab.picture(anna.page(), "phone-no-microphone");
        }
    }

    /** By the page as far as it lets one, and by the service whatever is asked: the caller stays with the agent. */
    @Test
    void aCallerIsHandedToNobodyWhoCannotBeReached() {
        phone.useBrowser();
        phone.talksWith("13755551117");
        floor.lab().register(1003);
        atWork("marco");
        atWork("anna"); // Whose phone never signed in.

        phone.control("Transfer").click();
        assertThat(target("Marco")).containsText("Available");
        assertThat(target("Anna")).containsText("Phone not reachable");
        floor.lab().unregister(1003);
        assertThat(target("Marco")).containsText("Phone not reachable");
        assertThat(target("Marco")).isDisabled();
        BrowserLab.picture(wei.page(), "control-unreachable");
        phone.chooses("Marco");
        assertThat(target("Marco")).isVisible();

        phone.chooses("10 03"); // The page takes it for a number like any other.
        assertThat(wei.page().getByText("phone cannot be reached. Choose somebody else."))
                .isVisible();
        handsTo("1001", "That is your own extension.");
        handsTo("1099", "No colleague has this extension.");
        RestClient program = floor.as("wei");
        String transfer =
                "calls/" + program.get("agents/me/state").path("callId").asText() + "/transfer";
        assertThatThrownBy(() -> program.post(transfer, Map.of("to", "1003")))
                .hasMessageContaining("gave 409")
                .hasMessageContaining("target-unreachable");

        phone.soundGoesBothWays();
        phone.key("Hang up").click();
        wei.awaitState("Wrap-up");
    }

    private static void atWork(String agent) {
        floor.as(agent).put("agents/me/state", Map.of("state", "available"));
    }

    private static void handsTo(String number, String refusal) {
        phone.control("Transfer").click();
        phone.chooses(number);
        assertThat(wei.page().getByText(refusal)).isVisible();
    }

    private static Locator target(String name) {
        return wei.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name));
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

    /** The name of the channel of an endpoint. */
    private static String channel(String endpoint) {
        return floor.lab()
                .cli("core show channels concise")
                .lines()
                .filter(line -> line.startsWith(endpoint))
                .map(line -> line.split("!")[0])
                .findFirst()
                .orElseThrow();
    }
}
