package dev.trunkline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.browser.BrowserLab.Look;
import dev.trunkline.system.ServiceProcess;
import dev.trunkline.telephone.RestClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
class PagesIT {
    private static final String PASSWORD = "trunkline-demo";

    private static ServiceProcess service;
    private static BrowserLab browsers;
    private static RestClient supervisor;

    @BeforeAll
    static void start() {
        setDefaultAssertionTimeout(Duration.ofSeconds(90).toMillis());
        service = new ServiceProcess("pages").start();
        browsers = new BrowserLab(service.base());
        supervisor = RestClient.signIn(service.base(), "lina", PASSWORD);
        RestClient.signIn(service.base(), "wei", PASSWORD).put("agents/me/state", Map.of("state", "available"));
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (browsers != null) {
            browsers.close();
        }
        if (service != null) {
            service.close();
        }
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageIsSound(Look look) {
        SoftAssertions findings = new SoftAssertions();
        try (PagePerson stranger = PagePerson.stranger(browsers, look)) {
            stranger.page().locator(".signin-person").first().waitFor();
            PageCheck.check(stranger, look, "sign-in", findings);
        }
        try (PagePerson lina = PagePerson.signIn(browsers, look, "lina", PASSWORD)) {
            String answered = first("calls?outcome=answered&limit=1").path("id").asText();
            String known = first("customers?limit=1").path("id").asText();
            visit(lina, look, "customers", "/customers", findings);
            visit(lina, look, "customer-card", "/customers/" + known, findings);
            visit(lina, look, "calls", "/calls", findings);
            visit(lina, look, "call-drawer", "/calls/" + answered, findings);
            visit(lina, look, "tickets", "/tickets", findings);
            visit(lina, look, "follow-ups", "/follow-ups", findings);
        }
        try (PagePerson admin = PagePerson.signIn(browsers, look, "admin", PASSWORD)) {
            visit(admin, look, "users", "/admin/users", findings);
            visit(admin, look, "queues", "/admin/queues", findings);
            visit(admin, look, "audit", "/admin/audit", findings);
            visit(admin, look, "system", "/admin/system", findings);
        }
        try (PagePerson wei = PagePerson.signIn(browsers, look, "wei", PASSWORD)) {
            visit(wei, look, "desk", "/desk", findings);
            assertThat(wei.call()).isVisible();
            PageCheck.check(wei, look, "desk-call", findings);
        }
        findings.assertAll();
    }

    private static void visit(PagePerson person, Look look, String name, String path, SoftAssertions findings) {
        person.open(path);
        PageCheck.check(person, look, name, findings);
    }

    private static JsonNode first(String path) {
        return supervisor.get(path).path("items").path(0);
    }
}
