package dev.trunkline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The page of the agents, as who answers for them has it. */
record AgentsPage(PagePerson person) {

    /** Where one agent's state and call are told. */
    Locator row(String agent) {
        return person.page().getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(agent));
    }

    /** Chooses from the menu of an agent's row. */
    void asks(String agent, String entry) {
        entry(agent, entry).click();
    }

    /** Chooses a reason for a break. */
    void sendsOnBreak(String agent, String reason) {
        entry(agent, "Send on break").hover();
        item(reason).click();
        person.page().mouse().move(0, 0); // Come within a moment to where it clicked, it opens the reasons again.
        assertThat(item(reason)).hasCount(0);
    }

    /** What the page asks before it does so to somebody in a call. */
    Locator question() {
        return person.page().getByRole(AriaRole.DIALOG);
    }

    /** Answers the question. */
    void answers(String button) {
        person.button(button).click();
        assertThat(question()).hasCount(0);
    }

    private Locator entry(String agent, String entry) {
        person.button("Call and state of " + agent).click();
        return item(entry);
    }

    private Locator item(String name) {
        return person.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
    }
}
