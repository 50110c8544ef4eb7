package dev.trunkline.telephony;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.trunkline.PostgresTestResource;
import dev.trunkline.call.Destination;
import dev.trunkline.call.OpenCallIds;
import dev.trunkline.call.PbxCommands;
import dev.trunkline.call.PbxCommands.PbxRefused;
import dev.trunkline.call.PbxCommands.PbxUnavailable;
import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.call.QueueCommands;
import dev.trunkline.call.QueueCommands.PbxQueue;
import dev.trunkline.call.QueueDefinition;
import dev.trunkline.call.QueueDefinition.Overflow;
import dev.trunkline.call.QueueDefinition.Strategy;
import dev.trunkline.shared.Ids;
import dev.trunkline.telephony.simulator.SimulatedPbx;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole of telephony in the running service: the simulated PBX over TCP, the link, the commands, the tracker. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class TelephonyTest {
    private static final String SUPPORT = "4008001000";

    @Inject
    SimulatedPbx pbx;

    @Inject
    PbxCommands commands;

    @Inject
    QueueCommands queues;

    @Inject
    PbxLink link;

    @Inject
    OpenCallIds openCalls;

    @Inject
    @ConfigProperty(name = "trunkline.pbx.recordings-dir")
    Path recordings;

    @BeforeEach
    void linkIsUp() {
        await().until(() -> link.current().state() == LinkState.UP);
        pbx.clear();
        await().untilAsserted(() -> run(commands.pause("1019", false, null)));
    }

    @AfterEach
    void leave() {
        run(commands.leaveQueue("support", "1019"));
        pbx.clear();
    }

    @Test
    void the_stand_in_is_said_to_be_one() {
        assertThat(link.simulated()).isTrue();
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'PBX link' }.data.state", equalTo("UP"))
                .body("checks.find { it.name == 'PBX link' }.data.simulated", equalTo(true));
        given().get("/q/metrics").then().body(containsString("trunkline_ami_state{state=\"UP\"} 1.0"));
    }

    @Test
    void an_agent_who_joins_is_rung_and_talks() throws Exception {
        run(commands.joinQueue("support", "1019", 0));
        assertThat(pbx.available("1019", "support")).isTrue();

        String call = pbx.callIn("13800001111", "王小明", SUPPORT);
        await().until(() -> pbx.rings("1019"));
        pbx.answer("1019");
        await().until(() -> openCalls.openCalls("sim1").contains(call));
        pbx.callerHangsUp(call);
        await().until(() -> !openCalls.openCalls("sim1").contains(call));
        await().until(() -> {
            try (var files = Files.list(recordings)) {
                return files.anyMatch(file -> file.getFileName().toString().startsWith(call)
                        && file.toString().endsWith("-rx.wav"));
            }
        });
    }

    @Test
    void joining_twice_unpauses_and_pausing_holds_calls_off() {
        run(commands.joinQueue("support", "1019", 0));
        run(commands.pause("1019", true, "tea"));
        assertThat(pbx.available("1019", "support")).isFalse();
        run(commands.joinQueue("support", "1019", 0));
        assertThat(pbx.available("1019", "support")).isTrue();
        run(commands.leaveQueue("support", "1019"));
        run(commands.leaveQueue("support", "1019"));
    }

    @Test
    void a_queue_that_is_none_is_refused() {
        assertThatThrownBy(() -> run(commands.joinQueue("nowhere", "1019", 0)))
                .isInstanceOf(PbxRefused.class)
                .hasMessageContaining("No such queue");
    }

    @Test
    void a_queue_and_its_number_are_made_and_changed() {
        run(queues.define(new QueueDefinition(
                "repairs", Strategy.FEWESTCALLS, 20, 2, 8, 5, 0, 90, new Overflow.ToQueue("support"))));
        run(queues.route("4008009000", "repairs"));
        assertThat(run(queues.queues())).contains(new PbxQueue("repairs", "fewestcalls", 8, 5, 0, 0));
        assertThat(pbx.setting("trunkline/queue/repairs/overflow")).isEqualTo("support");
        String call = pbx.callIn("13800001111", null, "4008009000");
        await().until(() -> openCalls.openCalls("sim1").contains(call));
        run(queues.define(
                new QueueDefinition("repairs", Strategy.RINGALL, 20, 2, 0, 0, 0, 90, new Overflow.Nowhere())));
        run(commands.joinQueue("repairs", "1019", 0));
        await().until(() -> pbx.rings("1019"));
        run(commands.leaveQueue("repairs", "1019"));
        pbx.callerHangsUp(call);
        run(queues.unroute("4008009000"));
        assertThatThrownBy(() -> pbx.callIn("13800001111", null, "4008009000")).hasMessageContaining("none of our");
        assertThatThrownBy(() -> run(queues.define(
                        new QueueDefinition("general", Strategy.RINGALL, 20, 2, 0, 0, 0, 90, new Overflow.Nowhere()))))
                .isInstanceOf(PbxRefused.class);
    }

    @Test
    void dialling_rings_the_own_phone_and_then_the_customer() {
        String call = Ids.next().toString();
        run(commands.dial(call, "1019", Destination.dialled("13900002222")));
        await().until(() -> pbx.rings("1019"));
        pbx.answer("1019");
        pbx.farAnswers(call);
        await().until(() -> openCalls.openCalls("sim1").contains(call));
        pbx.farHangsUp(call);
        await().until(() -> !openCalls.openCalls("sim1").contains(call));
    }

    @Test
    void a_setting_reaches_the_dialplan() {
        run(commands.setQueuePolicy("support", "record", "yes"));
        assertThat(pbx.setting("trunkline/queue/support/record")).isEqualTo("yes");
    }

    @Test
    void a_call_that_ends_while_the_link_is_cut_is_ended_after_it() {
        String call = pbx.callIn("13800001111", null, SUPPORT);
        await().until(() -> openCalls.openCalls("sim1").contains(call));
        pbx.cutLink();
        pbx.callerHangsUp(call);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !openCalls.openCalls("sim1").contains(call));
        await().until(() -> link.current().state() == LinkState.UP);
    }

    /** A command that meets the moment of a reconnect is tried again, as its users do. */
    private static <T> T run(Uni<T> command) {
        return command.onFailure(PbxUnavailable.class)
                .retry()
                .withBackOff(Duration.ofMillis(50))
                .atMost(20)
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}
