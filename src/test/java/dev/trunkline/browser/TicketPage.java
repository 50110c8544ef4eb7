package dev.trunkline.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A ticket's page, and on it the tickets it is linked with. */
record TicketPage(PagePerson person) {

    static TicketPage open(PagePerson person, JsonNode ticket) {
        person.open("/tickets/" + ticket.path("id").asText());
        return new TicketPage(person);
    }

    Locator links() {
        return person.page().locator(".section", new Page.LocatorOptions().setHasText("Linked tickets"));
    }

    /** Those of one kind. */
    Locator links(String relation) {
        return links().getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName(relation));
    }

    /** Says what this ticket is to another one. */
    void link(String relation, JsonNode other) {
        person.button("Link a ticket").click();
        choose("#link-relation", relation);
        person.page().locator("#link-other").fill(other.path("number").asText());
        choose("#link-other", other.path("subject").asText());
        person.button("Link").click();
    }

    void unlink(JsonNode other) {
        person.button("End the link with #" + other.path("number")).click();
        person.button("End the link").click();
    }

    private void choose(String field, String offered) {
        person.page().locator(field).press("ArrowDown"); // Opens the choice where it is not open yet.
        person.page()
                .locator(".ant-select-item-option:visible", new Page.LocatorOptions().setHasText(offered))
                .click();
    }
}
