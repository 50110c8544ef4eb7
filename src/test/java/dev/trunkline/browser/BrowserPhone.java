package dev.trunkline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.trunkline.telephone.AsteriskLab;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody whose phone is the page: its keys in the call bar, and how much sound has gone which way. */
final class BrowserPhone {
    private static final String READY = "Ready: calls ring here";

    /** Keeps the page's connections where a test can ask them. */
    private static final String WATCH_CONNECTIONS = """
            (() => {
                const Real = RTCPeerConnection;
                window.connections = [];
                window.RTCPeerConnection = function (...given) {
                    const connection = new Real(...given);
                    window.connections.push(connection);
                    return connection;
                };
                window.RTCPeerConnection.prototype = Real.prototype;
            })()""";

    private static final String PACKETS = """
            async () => {
                const counts = { sent: 0, received: 0 };
                const connection = window.connections.at(-1);
                if (!connection) return counts;
                for (const stat of (await connection.getStats()).values()) {
                    if (stat.type === 'inbound-rtp') counts.received += stat.packetsReceived;
                    if (stat.type === 'outbound-rtp') counts.sent += stat.packetsSent;
                }
                return counts;
            }""";

    private final PagePerson person;
    private final AsteriskLab lab;
    private final int extension;

    private BrowserPhone(PagePerson person, AsteriskLab lab, int extension) {
        this.person = person;
        this.lab = lab;
        this.extension = extension;
    }

    /** Signs somebody in whose phone may be the page. */
    static BrowserPhone of(BrowserLab browsers, AsteriskLab lab, String username, int extension) {
        PagePerson person = PagePerson.signIn(browsers, BrowserLab.Look.DESK, username, PhoneFloor.PASSWORD);
        person.page().context().addInitScript(WATCH_CONNECTIONS);
        person.page().onDialog(Dialog::accept); // The page asks before it leaves a caller.
        person.open("/desk");
        return new BrowserPhone(person, lab, extension);
    }

    PagePerson person() {
        return person;
    }

    /** Chooses the page as the phone and waits until calls ring there. */
    BrowserPhone useBrowser() {
        use("This browser", READY);
        return this;
    }

    /** Chooses a phone in its menu, which then says so. */
    void use(String phone, String words) {
        Locator menu = menu();
        menu.getByText(phone, new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(menu.getByLabel(phone)).isChecked();
        assertThat(menu).containsText(words);
        putMenuAway(menu);
    }

    /** Calls ring here, says the menu of phones. */
    void awaitReady() {
        Locator menu = menu();
        assertThat(menu).containsText(READY);
        putMenuAway(menu);
    }

    private Locator menu() {
        person.page().locator("button.phone-menu-button").click();
        return person.page().locator(".phone-menu");
    }

    private void putMenuAway(Locator menu) {
        person.page().locator("button.phone-menu-button").click();
        assertThat(menu).hasCount(0);
    }

    /** A key of the phone in the call bar. */
    Locator key(String name) {
        return person.page()
                .locator(".phone-strip")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Something to be done with the call on the desk. */
    Locator control(String name) {
        return person.page()
                .locator(".call-controls")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Says to whom, where the page asks for it. */
    void chooses(String who) {
        Locator field = person.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX);
        field.fill(who);
        assertThat(person.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile(who))))
                .not()
                .hasCount(0);
        field.press("Enter");
    }

    /** Becomes available, is called by a customer and answers. */
    void talksWith(String customer) {
        person.become("Available");
        lab.call(calling(SUPPORT).from(customer).stayingFor(Duration.ofSeconds(90)));
        answers();
    }

    void answers() {
        key("Answer").click();
        person.awaitState("On call");
    }

    /** A second of sound more in each direction, by the browser's count and by Asterisk's. */
    void soundGoesBothWays() {
        Map<?, ?> was = (Map<?, ?>) person.page().evaluate(PACKETS);
        await().atMost(PhoneFloor.LIMIT).untilAsserted(() -> {
            Map<?, ?> is = (Map<?, ?>) person.page().evaluate(PACKETS);
            assertThat(count(is, "received")).isGreaterThan(count(was, "received") + 50);
            assertThat(count(is, "sent")).isGreaterThan(count(was, "sent") + 50);
        });
        // Of its columns: packets received from the browser, and sent to it.
        Matcher stats = Pattern.compile(
                        extension + "-web-[0-9a-f]+\\s+\\S+\\s+\\S+\\s+(\\d+)\\s+\\d+\\s+\\S+\\s+\\S+\\s+(\\d+)")
                .matcher(lab.cli("pjsip show channelstats"));
        assertThat(stats.find()).isTrue();
        assertThat(Integer.parseInt(stats.group(1))).isGreaterThan(50);
        assertThat(Integer.parseInt(stats.group(2))).isGreaterThan(50);
    }

    /** A second of sound more to the page, by its own count. */
    void soundComes() {
        Map<?, ?> was = (Map<?, ?>) person.page().evaluate(PACKETS);
        await().atMost(PhoneFloor.LIMIT)
                .until(() ->
                        count((Map<?, ?>) person.page().evaluate(PACKETS), "received") > count(was, "received") + 50);
    }

    private static int count(Map<?, ?> packets, String name) {
        return ((Number) packets.get(name)).intValue();
    }
}
