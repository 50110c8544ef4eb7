package dev.trunkline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.browser.BrowserLab.Look;
import dev.trunkline.system.Alone;
import dev.trunkline.system.ServiceProcess;
import dev.trunkline.telephone.RestClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page of the demo, with its month of history and its calls, in both languages, light and dark, on a desk's screen
 * and a telephone's: nothing wrong in the console, no text left untranslated, nothing wider than the screen, and usable
 * without eyes or mouse as far as axe can tell. The pictures are for people to look at.
 */
@Alone
class PagesIT {
    private static final String PASSWORD = "trunkline-demo";
    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** Two at a time: a page's scripts keep one core busy at most. */
    private static final ExecutorService LOOKING = Executors.newFixedThreadPool(2);

    /** Of two desks of one person the second would take over. */
    private static final Object DESK = new Object();

    private static final Lock LINAS_DESK = new ReentrantLock();

    private static final Map<Look, CompletableFuture<Void>> LOOKED = new HashMap<>();

    private static ServiceProcess service;
    private static RestClient supervisor;
    private static RestClient agent;

    @BeforeAll
    static void start() {
        setDefaultAssertionTimeout(LIMIT.toMillis());
        service = new ServiceProcess("pages").start();
        supervisor = RestClient.signIn(service.base(), "lina", PASSWORD);
        agent = RestClient.signIn(service.base(), "wei", PASSWORD);
        hireRosa();
        Look.all().forEach(look -> LOOKED.put(look, CompletableFuture.runAsync(() -> look(look), LOOKING)));
    }

    /** A supervisor as lina is, but without a phone: any number of pages of hers are open at a time. */
    private static void hireRosa() {
        RestClient.signIn(service.base(), "admin", PASSWORD)
                .post(
                        "users",
                        Map.of(
                                "username",
                                "rosa",
                                "name",
                                "Rosa Novak",
                                "password",
                                PASSWORD,
                                "roles",
                                List.of("supervisor"),
                                "teamId",
                                supervisor.get("me").path("teamId").asText()));
    }

    @AfterAll
    static void end() throws InterruptedException {
        LOOKING.shutdownNow();
        if (service != null) {
            service.close();
        }
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageIsSound(Look look) throws Throwable {
        try {
            LOOKED.get(look).join();
        } catch (CompletionException wrong) {
            throw wrong.getCause();
        }
    }

    private static void look(Look look) {
        SoftAssertions findings = new SoftAssertions();
        try (BrowserLab browsers = new BrowserLab(service.base())) {
            everyPage(browsers, look, findings);
        }
        findings.assertAll();
    }

    private static void everyPage(BrowserLab browsers, Look look, SoftAssertions findings) {
        try (PagePerson stranger = PagePerson.stranger(browsers, look)) {
            PageCheck.check(stranger, look, "sign-in", findings);
        }
        try (PagePerson rosa = PagePerson.signIn(browsers, look, "rosa", PASSWORD)) {
            String answered = first("calls?outcome=answered&limit=1").path("id").asText();
            String known = first("customers?limit=1").path("id").asText();
            visit(rosa, look, "board", "/board", findings);
            visit(rosa, look, "board-queue", "/board/queues/support", findings);
            visit(rosa, look, "wall", "/board/wall", findings);
            visit(rosa, look, "reports", "/reports?from=today-29&to=today", findings);
            visit(rosa, look, "reports-agents", "/reports?report=agents&from=today-6&to=today", findings);
            visit(rosa, look, "agents", "/agents", findings);
            visit(rosa, look, "customers", "/customers", findings);
            visit(rosa, look, "customer-card", "/customers/" + known, findings);
            visit(rosa, look, "calls", "/calls", findings);
            visit(rosa, look, "call-drawer", "/calls/" + answered, findings);
            visit(rosa, look, "tickets", "/tickets", findings);
            visit(
                    rosa,
                    look,
                    "ticket",
                    "/tickets/" + first("tickets?limit=1").path("id").asText(),
                    findings);
            visit(rosa, look, "follow-ups", "/follow-ups", findings);
            visit(rosa, look, "follow-ups-week", "/follow-ups?as=week", findings);
            visit(rosa, look, "follow-ups-month", "/follow-ups?as=month", findings);
            visit(rosa, look, "follow-up-new", "/follow-ups/new", findings);
            String written = look.word().contains("zh") ? "zh-CN" : "en";
            String article = first("articles?sort=title&status=published&limit=1&language=" + written)
                    .path("id")
                    .asText();
            visit(rosa, look, "knowledge", "/knowledge", findings);
            visit(rosa, look, "article", "/knowledge/" + article, findings);
            visit(rosa, look, "article-new", "/knowledge/new", findings);
            String script = first("scripts?sort=name&limit=1&language=" + written)
                    .path("id")
                    .asText();
            visit(rosa, look, "scripts", "/scripts", findings);
            visit(rosa, look, "script", "/scripts/" + script, findings);
            visit(rosa, look, "script-new", "/scripts/new", findings);
            rosa.open("/tickets");
            rosa.page().locator(".topbar-search").waitFor();
            rosa.page().keyboard().press("Control+k");
            rosa.page().locator(".search-dialog [role=combobox]").fill("wei");
            rosa.page().locator("[role=option] mark").first().waitFor();
            PageCheck.check(rosa, look, "search", findings);
        }
        coaching(browsers, look, findings);
        try (PagePerson admin = PagePerson.signIn(browsers, look, "admin", PASSWORD)) {
            visit(admin, look, "users", "/admin/users", findings);
            visit(admin, look, "queues", "/admin/queues", findings);
            visit(admin, look, "ticket-rules", "/admin/ticket-rules", findings);
            visit(admin, look, "ticket-rule-new", "/admin/ticket-rules/new", findings);
            visit(admin, look, "routing", "/admin/routing", findings);
            visit(admin, look, "routing-new", "/admin/routing/new", findings);
            visit(admin, look, "routing-try", "/admin/routing/try", findings);
            visit(admin, look, "blocked-numbers", "/admin/blocked-numbers", findings);
            visit(admin, look, "audit", "/admin/audit", findings);
            visit(admin, look, "system", "/admin/system", findings);
        }
        synchronized (DESK) {
            try (PagePerson wei = PagePerson.signIn(browsers, look, "wei", PASSWORD)) {
                // Set aside since the page of the look before was closed, when that was a minute ago.
                agent.put("agents/me/state", Map.of("state", "available"));
                visit(wei, look, "desk", "/desk", findings);
                assertThat(wei.call()).isVisible();
                PageCheck.check(wei, look, "desk-call", findings);
                coached(wei, look, findings);
            }
        }
    }

    /** What may be done for an agent, a message to one, and a call that is listened to. */
    private static void coaching(BrowserLab browsers, Look look, SoftAssertions findings) {
        LINAS_DESK.lock();
        try (PagePerson lina = PagePerson.signIn(browsers, look, "lina", PASSWORD)) {
            coaching(lina, look, findings);
        } finally {
            LINAS_DESK.unlock();
        }
    }

    private static void coaching(PagePerson lina, Look look, SoftAssertions findings) {
        lina.open("/board");
        lina.page().locator(".board-rows .row-menu:enabled").first().click();
        lina.page().locator("[role=menuitem]").first().waitFor();
        PageCheck.check(lina, look, "board-menu", findings);
        lina.page().locator("[role=menuitem][data-menu-id$='-message']").click();
        lina.page().locator("#coaching-message").fill("Ask for the serial number, please.");
        PageCheck.check(lina, look, "board-message", findings);
        lina.page().keyboard().press("Escape");
        takePart("listen");
        lina.page().locator(".coaching-bar .ant-radio-group").waitFor();
        PageCheck.check(lina, look, "board-coaching", findings);
        supervisor.delete("coaching");
        assertThat(lina.page().locator(".coaching-bar")).hasCount(0);
    }

    /** An agent who is whispered to. */
    private static void coached(PagePerson wei, Look look, SoftAssertions findings) {
        LINAS_DESK.lock();
        try {
            takePart("whisper");
            wei.page().locator(".coaching-bar").waitFor();
            PageCheck.check(wei, look, "desk-coached", findings);
            supervisor.delete("coaching");
        } finally {
            LINAS_DESK.unlock();
        }
    }

    /** The supervisor takes part in the agent's next call. */
    private static void takePart(String mode) {
        await().atMost(LIMIT).ignoreException(AssertionError.class).until(() -> {
            JsonNode part = supervisor.get("coaching").path(0);
            String call = agent.put("agents/me/state", Map.of("state", "available"))
                    .path("callId")
                    .asText("");
            if (part.isMissingNode() && !call.isEmpty()) {
                supervisor.post("calls/" + call + "/" + mode, Map.of());
            }
            return part.path("state").asText().equals("running");
        });
    }

    private static void visit(PagePerson person, Look look, String name, String path, SoftAssertions findings) {
        person.open(path);
        PageCheck.check(person, look, name, findings);
    }

    private static JsonNode first(String path) {
        return supervisor.get(path).path("items").path(0);
    }
}
