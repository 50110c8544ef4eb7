package dev.trunkline.desk.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.acd.Agents;
import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.identity.Role;
import dev.trunkline.telephony.simulator.SimulatedPbx;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class CallControlTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String WEI = "1015";
    private static final String ANNA = "1016";

    @Inject
    People people;

    @Inject
    Agents agents;

    @Inject
    SimulatedPbx pbx;

    @Inject
    PbxLink link;

    @BeforeEach
    void twoPhones() {
        await().atMost(LIMIT).until(() -> link.current().state() == LinkState.UP);
        pbx.clear();
        people.ensure("control-wei", Role.AGENT, null, WEI);
        people.ensure("control-anna", Role.AGENT, null, ANNA);
        agents.membersChanged().await().atMost(LIMIT);
    }

    @AfterEach
    void everybodyHangsUp() {
        pbx.clear();
    }

    @Test
    void dialling_rings_the_own_phone_and_then_the_other() {
        String call = dial("139 0000 2222").statusCode(202).extract().path("callId");
        await().atMost(LIMIT).until(() -> pbx.rings(WEI));
        pbx.answer(WEI);
        await().atMost(LIMIT).until(() -> seen(call));
        pbx.farAnswers(call);
        act(call, "hangup", Map.of()).statusCode(202);
        await().atMost(LIMIT).until(() -> pbx.calls() == 0);
    }

    @Test
    void a_customer_named_with_the_number_is_the_calls() {
        String customer = people.as("control-wei", Role.AGENT)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Called back"))
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String call = asWei("/api/v1/calls", Map.of("to", "13900002222", "customerId", customer))
                .statusCode(202)
                .extract()
                .path("callId");
        await().atMost(LIMIT).until(() -> pbx.rings(WEI));
        await().atMost(LIMIT)
                .untilAsserted(() -> people.as("control-wei", Role.AGENT)
                        .get("/api/v1/calls/" + call)
                        .then()
                        .statusCode(200)
                        .body("customerId", equalTo(customer)));
    }

    @ParameterizedTest
    @CsvSource({
        "hello,422,validation",
        "'PJSIP/1001&PJSIP/1002',422,validation",
        "'110@evil',422,validation",
        "1999,422,validation",
        "1015,409,dials-oneself",
        "+1 900 555 0199,403,class-of-service",
    })
    void what_cannot_or_may_not_be_dialled_is_refused(String to, int status, String code) {
        dial(to).statusCode(status).body("code", equalTo(code));
        assertThat(pbx.calls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"110", "120", "112", "1016", "support", "4008001000", "+44 7700 900259"})
    void colleagues_queues_the_world_and_help_are_dialled(String to) {
        dial(to).statusCode(202);
        await().atMost(LIMIT).until(() -> pbx.rings(WEI));
    }

    @Test
    void a_call_is_only_its_own_agents_to_act_on() {
        String call = dial("13900002222").statusCode(202).extract().path("callId");
        await().atMost(LIMIT).until(() -> pbx.rings(WEI));
        people.as("control-anna", Role.AGENT)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/calls/" + call + "/hangup")
                .then()
                .statusCode(404);
        assertThat(pbx.rings(WEI)).isTrue();
    }

    @Test
    void what_cannot_be_done_says_why() {
        String call = dial("13900002222").statusCode(202).extract().path("callId");
        await().atMost(LIMIT).until(() -> pbx.rings(WEI));
        await().atMost(LIMIT)
                .untilAsserted(() -> act(call, "hold", Map.of()).statusCode(409).body("code", equalTo("of-the-phone")));
        act(call, "swap", Map.of()).statusCode(409).body("code", equalTo("not-now"));
        act(call, "dtmf", Map.of("tones", "1\r\nAction: Originate")).statusCode(422);
        act(call, "explode", Map.of()).statusCode(404);
        act("no-such-call", "hangup", Map.of()).statusCode(404);
        act(call, "pickup", Map.of()).statusCode(409).body("code", equalTo("not-now"));
    }

    private boolean seen(String call) {
        return people.as("control-wei", Role.AGENT).get("/api/v1/calls/" + call).statusCode() == 200;
    }

    private ValidatableResponse dial(String to) {
        return asWei("/api/v1/calls", Map.of("to", to));
    }

    private ValidatableResponse act(String call, String action, Map<String, ?> input) {
        return asWei("/api/v1/calls/" + call + "/" + action, input);
    }

    private ValidatableResponse asWei(String path, Map<String, ?> body) {
        return people.as("control-wei", Role.AGENT)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
