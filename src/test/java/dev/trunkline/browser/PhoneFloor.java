package dev.trunkline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.awaitility.Awaitility.await;

import dev.trunkline.browser.BrowserLab.Look;
import dev.trunkline.faults.Relay;
import dev.trunkline.system.ServiceProcess;
import dev.trunkline.telephone.AmiTap;
import dev.trunkline.telephone.AsteriskLab;
import dev.trunkline.telephone.RestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * A floor of agents in front of their pages: a real Asterisk with music, the packaged service with the demo's people, and
 * Chromium.
 */
final class PhoneFloor implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(30);
    static final String PASSWORD = "trunkline-demo";

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Map<String, RestClient> clients = new TreeMap<>();
    private final AsteriskLab lab;
    private final AmiTap tap;
    private final Relay line;
    private final ServiceProcess service;
    private final BrowserLab browsers;

    /**
     * Starts everything; skips the test where Asterisk or Chromium cannot be had.
     *
     * @param name of the service's log
     * @param settings of the service, before the usual ones
     */
    PhoneFloor(String name, Map<String, ?> settings) throws Exception {
        setDefaultAssertionTimeout(LIMIT.toMillis());
        try {
            lab = opened(AsteriskLab.start());
            music();
            tap = opened(AmiTap.open(lab.amiPort(), true));
            line = opened(new Relay(lab.httpPort()));
            service = opened(new ServiceProcess(name))
                    .with("trunkline.pbx.host", "127.0.0.1")
                    .with("trunkline.pbx.port", lab.amiPort())
                    .with("trunkline.pbx.recordings-dir", lab.recordings())
                    .with("trunkline.phone.ws-url", "ws://127.0.0.1:" + line.port() + "/ws")
                    .with("trunkline.demo", true);
            settings.forEach(service::with);
            service.start();
            browsers = opened(new BrowserLab(service.base()));
        } catch (Throwable half) {
            close();
            throw half;
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    private void music() throws IOException {
        Files.copy(
                Path.of("src", "test", "sipp", "tone-700hz.alaw"),
                lab.runDirectory().resolve("lib/moh/music.alaw"));
        // Asterisk looks into the directory again only when its configuration seems to have changed.
        Files.setLastModifiedTime(lab.runDirectory().resolve("etc/musiconhold.conf"), FileTime.from(Instant.now()));
        lab.cli("moh reload");
    }

    AsteriskLab lab() {
        return lab;
    }

    AmiTap tap() {
        return tap;
    }

    /** Between the browsers and Asterisk's WebSocket; sound takes its own way. */
    Relay line() {
        return line;
    }

    /** One of the demo's people, by REST. */
    RestClient as(String username) {
        return clients.computeIfAbsent(username, name -> RestClient.signIn(service.base(), name, PASSWORD));
    }

    /** One of the demo's people signs in at a browser of their own. */
    PagePerson person(String username) {
        return PagePerson.signIn(browsers, Look.DESK, username, PASSWORD);
    }

    /** The same for an agent whose phone may be the page. */
    BrowserPhone phone(String username, int extension) {
        return BrowserPhone.of(browsers, lab, username, extension);
    }

    /** All lines are whole, all calls over, and these agents offline. */
    void everybodyGoesHome(String... agents) {
        line.heal();
        lab.hangUpEverybody();
        lab.sendEverybodyHome();
        for (String agent : agents) {
            // Once more where the call's end is not known yet, for then there is a wrap-up.
            await().atMost(LIMIT)
                    .until(() -> as(agent)
                            .put("agents/me/state", Map.of("state", "offline"))
                            .path("state")
                            .asText()
                            .equals("offline"));
        }
    }

    @Override
    public void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
