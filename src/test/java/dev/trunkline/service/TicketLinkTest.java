package dev.trunkline.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What tickets have to do with each other, told of both. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class TicketLinkTest {
    private static final String TICKETS = "/api/v1/tickets";
    private static final String TEAM = "link-team";

    @Inject
    People people;

    @ParameterizedTest
    @EnumSource(TicketRelation.class)
    void aRelationIsKeptOnceAndToldOfBoth(TicketRelation relation) {
        assertThat(relation.inverse().inverse()).isEqualTo(relation);
        assertThat(relation.inverse().kind()).isEqualTo(relation.kind());
        assertThat(TicketRelation.of(relation.kind(), relation.forward())).isEqualTo(relation);
    }

    @Test
    void bothShowTheLinkAndTheirHistoriesSayWhoMadeAndEndedIt() {
        String one = ticket("Leak");
        String two = ticket("Spare part");
        int number = number(two);
        String link = link(one, "blocked-by", two)
                .statusCode(200)
                .body("relation", equalTo("blocked-by"))
                .body("ticket.id", equalTo(two))
                .body("ticket.subject", equalTo("Spare part"))
                .body("authorName", equalTo("Name of link-agent"))
                .extract()
                .path("id");
        links(one).body("relation", contains("blocked-by")).body("ticket.number", contains(number));
        links(two)
                .body("relation", contains("blocks"))
                .body("ticket.id", contains(one))
                .body("id", contains(link));

        agent().delete(TICKETS + "/" + two + "/links/" + link).then().statusCode(204);
        agent().delete(TICKETS + "/" + two + "/links/" + link).then().statusCode(404);
        links(one).body("$", hasSize(0));
        agent().get(TICKETS + "/" + one + "/history")
                .then()
                .body("items.action", contains("created", "link-added", "link-removed"))
                .body("items[1].details.relation", equalTo("blocked-by"))
                .body("items[1].details.number", equalTo(number))
                .body("items[1].actorName", equalTo("Name of link-agent"));
        agent().get(TICKETS + "/" + two + "/history").then().body("items[2].details.relation", equalTo("blocks"));
        agent().get(TICKETS + "/" + one).then().body("version", equalTo(0)).body("status", equalTo("open"));
    }

    @Test
    void linksThatMakeNoSenseAreRefused() {
        String one = ticket("One");
        String two = ticket("Two");
        String three = ticket("Three");
        link(one, "related-to", one).statusCode(422).body("errors[0].code", equalTo("same"));
        link(one, "likes", two).statusCode(422);
        link(one, "related-to", UUID.randomUUID().toString()).statusCode(404);

        link(one, "parent-of", two).statusCode(200);
        link(two, "related-to", one).statusCode(409).body("code", equalTo("already-linked"));
        link(three, "parent-of", two).statusCode(409).body("code", equalTo("has-parent"));
        link(two, "parent-of", three).statusCode(200);
        link(one, "child-of", three).statusCode(409).body("code", equalTo("link-circle"));
        link(three, "related-to", one).statusCode(200);
        links(three).body("relation", containsInAnyOrder("child-of", "related-to"));
    }

    @Test
    void aMergedTicketIsLinkedNoMore() {
        String gone = ticket("Gone");
        String stays = ticket("Stays");
        merge(gone, stays);
        link(stays, "duplicates", gone).statusCode(409).body("code", equalTo("ticket-merged"));
    }

    @Test
    void aMergedTicketsLinksGoOnAsFarAsTheyMayBe() {
        String gone = ticket("Gone");
        String stays = ticket("Stays");
        String blocked = ticket("Blocked");
        String linked = ticket("Linked with both");
        String parent = ticket("Parent");
        String other = ticket("Parent of the one that stays");
        String round = ticket("Way round");
        String about = ticket("And back");
        link(gone, "blocks", blocked).statusCode(200);
        link(gone, "related-to", stays).statusCode(200);
        link(gone, "related-to", linked).statusCode(200);
        link(stays, "duplicates", linked).statusCode(200);
        link(gone, "child-of", parent).statusCode(200);
        link(stays, "child-of", other).statusCode(200);
        link(stays, "blocks", round).statusCode(200);
        link(round, "blocks", about).statusCode(200);
        link(about, "blocks", gone).statusCode(200);
        merge(gone, stays);

        links(gone).body("$", hasSize(0));
        links(stays)
                .body("relation", contains("blocks", "blocks", "duplicates", "child-of"))
                .body("ticket.id", containsInAnyOrder(blocked, round, linked, other))
                .body("find { it.ticket.id == '" + blocked + "' }.authorName", equalTo("Name of link-agent"));
        links(parent).body("$", hasSize(0));
        links(about).body("ticket.id", contains(round));
        history(blocked)
                .body("items.action", contains("created", "link-added", "link-removed", "link-added"))
                .body("items[3].details.relation", equalTo("blocked-by"))
                .body("items[3].details.number", equalTo(number(stays)));
        history(parent)
                .body("items.action", contains("created", "link-added", "link-removed"))
                .body("items[2].details.number", equalTo(number(gone)));
        link(stays, "child-of", parent).statusCode(409).body("code", equalTo("has-parent"));
    }

    @Test
    void whoDoesNotSeeATicketNeitherSeesNorMakesItsLinks() {
        String one = ticket("Seen");
        String two = ticket("Unseen");
        link(one, "related-to", two).statusCode(200);
        RequestSpecification stranger = people.as("link-stranger", Role.AGENT, "link-others");
        stranger.get(TICKETS + "/" + one + "/links").then().statusCode(404);
        people.as("link-stranger", Role.AGENT, "link-others")
                .contentType("application/json")
                .body(Map.of("relation", "blocks", "ticket", two))
                .post(TICKETS + "/" + one + "/links")
                .then()
                .statusCode(404);
        people.as("link-omar", Role.CAMPAIGN_MANAGER)
                .get(TICKETS + "/" + one + "/links")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse links(String ticket) {
        return agent().get(TICKETS + "/" + ticket + "/links").then().statusCode(200);
    }

    private ValidatableResponse link(String ticket, String relation, String other) {
        return agent().contentType("application/json")
                .body(Map.of("relation", relation, "ticket", other))
                .post(TICKETS + "/" + ticket + "/links")
                .then();
    }

    private void merge(String ticket, String into) {
        agent().header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(Map.of("into", into))
                .post(TICKETS + "/" + ticket + "/merge")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse history(String ticket) {
        return agent().get(TICKETS + "/" + ticket + "/history").then().statusCode(200);
    }

    private int number(String ticket) {
        return agent().get(TICKETS + "/" + ticket).then().extract().path("number");
    }

    private String ticket(String subject) {
        return agent().contentType("application/json")
                .body(Map.of("type", "repair", "subject", subject))
                .post(TICKETS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private RequestSpecification agent() {
        return people.as("link-agent", Role.AGENT, TEAM);
    }
}
