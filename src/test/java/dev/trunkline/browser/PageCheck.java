package dev.trunkline.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import dev.trunkline.browser.BrowserLab.Look;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;

/** What has to be true of every page, and its picture. */
final class PageCheck {
    /** Loaded: the content is there, fonts too, nothing still stands in for it; a list may have more rows to come. */
    private static final String SETTLED = """
            () => document.querySelector('main, .signin-card')
                && document.fonts.status === 'loaded'
                && !document.querySelector('[aria-rowcount="-1"]')
                && ![...document.querySelectorAll('.skeleton-line')].some(line => !line.closest('.list-row'))""";

    private static final String RAW_KEYS = """
            () => {
                const key = /^[a-z]+(\\.[a-z-]+)+$/;
                const found = [];
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                    const text = walker.currentNode.textContent.trim();
                    if (key.test(text) && walker.currentNode.parentElement.checkVisibility()) found.push(text);
                }
                for (const element of document.querySelectorAll('[aria-label],[title],[placeholder]')) {
                    for (const name of ['aria-label', 'title', 'placeholder']) {
                        const text = element.getAttribute(name);
                        if (text && key.test(text)) found.push(text);
                    }
                }
                return found;
            }""";

    private static final String OVERFLOW =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /** A key that has just come to life would be taken in the colours between. */
    private static final String COLOURS_STAND =
            "() => document.getAnimations().filter((a) => a instanceof CSSTransition).forEach((a) => a.finish())";

    private PageCheck() {}

    /** Waits until the page has settled, keeps its picture and adds what is wrong with it. */
    static void check(PagePerson person, Look look, String name, SoftAssertions findings) {
        Page page = person.page();
        try {
            page.waitForFunction(SETTLED);
        } catch (TimeoutError never) {
            findings.fail(name + " does not settle at " + page.url());
        }
        BrowserLab.picture(page, name + "-" + look.word());
        findings.assertThat(strings(page.evaluate(RAW_KEYS)))
                .as("raw text keys on " + name)
                .isEmpty();
        findings.assertThat(page.evaluate(OVERFLOW))
                .as("pixels wider than the screen: " + name)
                .isEqualTo(0);
        findings.assertThat(accessibility(page, look)).as("axe on " + name).isEmpty();
        findings.assertThat(person.takeFaults()).as("console of " + name).isEmpty();
    }

    /** Contrast takes most of the time, and either theme's colours are the same on both screens. */
    private static List<String> accessibility(Page page, Look look) {
        page.evaluate(COLOURS_STAND);
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
        if (look.narrow()) {
            axe.disableRules(List.of("color-contrast"));
        }
        return axe.analyze().getViolations().stream()
                .filter(rule -> Set.of("serious", "critical").contains(String.valueOf(rule.getImpact())))
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + node.getTarget() + " " + node.getFailureSummary()))
                .toList();
    }

    private static List<String> strings(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }
}
