package dev.trunkline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A queue's settings, as an administrator has them beside the list. */
record QueueForm(PagePerson person) {

    /** Begins a new one. */
    static QueueForm fresh(PagePerson person) {
        person.open("/admin/queues");
        person.button("New queue").first().click();
        return new QueueForm(person);
    }

    /** Opens one from the list. */
    static QueueForm of(PagePerson person, String label) {
        person.open("/admin/queues");
        person.page()
                .getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(label))
                .click();
        return new QueueForm(person);
    }

    QueueForm fill(String field, String text) {
        field(field).fill(text);
        return this;
    }

    /** Chooses from a list by typing a part of what it says. */
    QueueForm choose(String field, String option) {
        Locator box = drawer().getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(field));
        box.click();
        person.page()
                .locator(".ant-select-item-option", new Page.LocatorOptions().setHasText(Pattern.compile("^" + option)))
                .click();
        return this;
    }

    QueueForm number(String number) {
        drawer().getByText("Add a number").click();
        return fill("Number as it is dialled", number);
    }

    /** Saves and waits until the drawer has gone. */
    void save(String button) {
        person.button(button).click();
        assertThat(drawer()).hasCount(0);
    }

    /** Saves what cannot be, and is told so. */
    void isRefused(String button, String reason) {
        person.button(button).click();
        assertThat(drawer()).containsText(reason);
        // The browser calls every refusal an error.
        assertThat(person.takeFaults()).allMatch(fault -> fault.contains("status of 422"));
    }

    /** Puts away what was typed. */
    void leave() {
        person.button("Cancel").click();
        person.button("Discard changes").click();
        assertThat(drawer()).hasCount(0);
    }

    private Locator field(String name) {
        return drawer().getByLabel(name, new Locator.GetByLabelOptions().setExact(true));
    }

    private Locator drawer() {
        return person.page().locator("aside.drawer");
    }
}
