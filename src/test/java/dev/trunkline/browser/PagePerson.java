package dev.trunkline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody signed in to the page, in a browser profile of their own. Texts are looked for in English. */
final class PagePerson implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new CopyOnWriteArrayList<>();

    private PagePerson(BrowserContext context) {
        this.context = context;
        page = context.newPage();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !askingWhoIsThere(message.location())) {
                faults.add(message.text() + " at " + message.location());
            }
        });
    }

    /** Somebody in front of the sign-in page. */
    static PagePerson stranger(BrowserLab browsers, BrowserLab.Look look) {
        PagePerson person = new PagePerson(browsers.person(look));
        person.open("/sign-in");
        return person;
    }

    /** Signs in by the form and waits for the first page. */
    static PagePerson signIn(BrowserLab browsers, BrowserLab.Look look, String username, String password) {
        PagePerson person = stranger(browsers, look);
        person.page.locator("input[autocomplete=username]").fill(username);
        person.page.locator("input[autocomplete=current-password]").fill(password);
        person.page.locator("button[type=submit]").click();
        person.page.waitForURL(url -> !url.contains("/sign-in"));
        return person;
    }

    Page page() {
        return page;
    }

    void open(String path) {
        page.navigate(path);
    }

    /** What the browser's console called an error since the last time. */
    List<String> takeFaults() {
        List<String> taken = List.copyOf(faults);
        faults.clear();
        return taken;
    }

    /** Chooses a state in the call bar's menu and waits until the page shows it. */
    void become(String state) {
        stateButton().click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(state).setExact(true))
                .click();
        awaitState(state);
    }

    void awaitState(String state) {
        assertThat(stateButton()).containsText(state);
    }

    /** The call on the desk, ringing or later. */
    Locator call() {
        return page.locator(".desk-call .call-head");
    }

    /** Who the desk says is calling. */
    Locator caller() {
        return call().getByRole(AriaRole.HEADING);
    }

    Locator firstStep() {
        return page.locator(".first-step, .candidate-step");
    }

    Locator customer() {
        return page.locator(".desk-customer-head");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What the page says across its top, with these words in it. */
    Locator banner(String words) {
        return page.locator(".banner", new Page.LocatorOptions().setHasText(words));
    }

    /** The desk shows no call and no word of this caller. */
    void seesNothingOf(String caller) {
        assertThat(call()).hasCount(0);
        assertThat(page.locator("body")).not().containsText(caller);
    }

    @Override
    public void close() {
        context.close();
    }

    private Locator stateButton() {
        return page.locator("button.callbar-state");
    }

    /** The page asks who is signed in; that nobody is, is an answer. */
    private static boolean askingWhoIsThere(String location) {
        return location.contains("/api/v1/me");
    }
}
