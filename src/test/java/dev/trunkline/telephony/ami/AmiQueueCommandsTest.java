package dev.trunkline.telephony.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.trunkline.call.PbxCommands.PbxRefused;
import dev.trunkline.call.PbxCommands.PbxUnavailable;
import dev.trunkline.call.QueueCommands.PbxQueue;
import dev.trunkline.call.QueueDefinition;
import dev.trunkline.call.QueueDefinition.Overflow;
import dev.trunkline.call.QueueDefinition.Strategy;
import dev.trunkline.telephony.Errand;
import dev.trunkline.telephony.PbxAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmiQueueCommandsTest {
    private FakeAmi ami;
    private AmiCommandLink link;
    private AmiQueueCommands queues;

    @BeforeEach
    void connect() throws Exception {
        ami = new FakeAmi();
        for (String action : List.of("originate", "queuereload")) {
            ami.answers.put(action, asked -> FakeAmi.success(asked, "Message: done"));
        }
        link = new AmiCommandLink(new FastConfig(), new AmiMeters(new SimpleMeterRegistry()), Clock.systemUTC());
        queues = new AmiQueueCommands(link);
        link.start(new PbxAddress("127.0.0.1", ami.port(), "trunkline", "trunkline", false));
        ami.awaitLogin();
        await().untilAsserted(() -> assertThat(run(queues.queues())).isEmpty());
        ami.actions.clear();
    }

    @AfterEach
    void disconnect() throws IOException {
        link.stop();
        ami.close();
    }

    @Test
    void a_queue_is_written_by_the_dialplan_and_then_read() {
        run(queues.define(repairs(new Overflow.ToNumber("+8613800001111"))));
        assertThat(ami.actions).extracting(action -> action.get("action")).containsExactly("Originate", "QueueReload");
        Map<String, String> errand = ami.actions.getFirst();
        assertThat(errand).containsEntry("channel", "Local/s@queue-setup/n").containsEntry("async", "false");
        assertThat(Errand.is(errand.get("channelid"))).isTrue();
        assertThat(errand.get("variable").lines())
                .containsExactlyInAnyOrder(
                        "QUEUE=repairs",
                        "STRATEGY=leastrecent",
                        "RING=20",
                        "PAUSE=2",
                        "MOST=8",
                        "WEIGHT=5",
                        "ANNOUNCE=30",
                        "WAIT=90",
                        "OVERFLOW=tel:+8613800001111");
        assertThat(ami.actions.getLast()).containsEntry("queue", "repairs").containsEntry("parameters", "yes");
    }

    @Test
    void where_callers_go_on_is_one_word() {
        run(queues.define(repairs(new Overflow.Nowhere())));
        assertThat(ami.actions.getFirst().get("variable").lines()).contains("OVERFLOW=-");
        ami.actions.clear();
        run(queues.define(repairs(new Overflow.ToQueue("sales"))));
        assertThat(ami.actions.getFirst().get("variable").lines()).contains("OVERFLOW=sales");
    }

    @Test
    void what_the_dialplan_does_not_take_is_refused_and_not_read() {
        ami.answers.put("originate", asked -> FakeAmi.error(asked, "Originate failed"));
        assertThatThrownBy(() -> run(queues.define(repairs(new Overflow.Nowhere()))))
                .isInstanceOf(PbxRefused.class)
                .hasMessageContaining("Originate failed");
        assertThat(ami.actions).noneMatch(action -> "QueueReload".equals(action.get("action")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sales", "a b", "../etc", "a]\nb", "-a", "a,b=c", "a\r\nAsync: true"})
    void a_name_that_is_none_is_refused_before_anything_is_sent(String name) {
        assertThatThrownBy(() -> queues.define(
                        new QueueDefinition(name, Strategy.RINGALL, 15, 1, 0, 0, 0, 300, new Overflow.Nowhere())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> queues.define(repairs(new Overflow.ToQueue(name))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> queues.route("4008009000", name)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ami.actions).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "138&139", "138@lab", "138,x=y", "１３８１３８"})
    void a_number_that_is_none_is_refused(String number) {
        assertThatThrownBy(() -> queues.route(number, "support")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> queues.unroute(number)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> queues.define(repairs(new Overflow.ToNumber(number))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_number_is_led_to_a_queue_and_taken_away() {
        run(queues.route("+864008009000", "support"));
        run(queues.unroute("+864008009000"));
        assertThat(ami.actions)
                .allSatisfy(action -> assertThat(action).containsEntry("channel", "Local/s@number-setup/n"))
                .extracting(action -> action.get("variable").lines().sorted().toList())
                .containsExactly(
                        List.of("NUMBER=+864008009000", "QUEUE=support"), List.of("NUMBER=+864008009000", "QUEUE=-"));
    }

    @Test
    void the_pbx_tells_its_queues() {
        ami.answers.put(
                "queuestatus",
                asked -> FakeAmi.success(asked, "EventList: start", "Message: Queue status will follow")
                        + FakeAmi.message(
                                "Event: QueueParams",
                                FakeAmi.id(asked),
                                "Queue: support",
                                "Max: 7",
                                "Strategy: ringall",
                                "Calls: 1",
                                "Weight: 3")
                        + FakeAmi.message(
                                "Event: QueueMember",
                                FakeAmi.id(asked),
                                "Queue: support",
                                "Name: 1001",
                                "Location: PJSIP/1001")
                        + FakeAmi.message(
                                "Event: QueueEntry", FakeAmi.id(asked), "Queue: support", "Position: 1", "Wait: 3")
                        + FakeAmi.message(
                                "Event: QueueStatusComplete",
                                FakeAmi.id(asked),
                                "EventList: Complete",
                                "ListItems: 3"));
        assertThat(run(queues.queues())).containsExactly(new PbxQueue("support", "ringall", 7, 3, 1, 1));
    }

    @Test
    void without_a_link_nothing_is_known() throws IOException {
        ami.close();
        await().untilAsserted(
                        () -> assertThatThrownBy(() -> run(queues.queues())).isInstanceOf(PbxUnavailable.class));
    }

    private static QueueDefinition repairs(Overflow overflow) {
        return new QueueDefinition("repairs", Strategy.LEASTRECENT, 20, 2, 8, 5, 30, 90, overflow);
    }

    private static <T> T run(Uni<T> command) {
        return command.await().atMost(Duration.ofSeconds(5));
    }
}
