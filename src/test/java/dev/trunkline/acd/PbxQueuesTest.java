package dev.trunkline.acd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.QueueCommands.PbxQueue;
import dev.trunkline.call.QueueDefinition;
import dev.trunkline.call.QueueDefinition.Overflow;
import dev.trunkline.call.QueueDefinition.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PbxQueuesTest {
    private static final QueueDefinition REPAIRS =
            new QueueDefinition("repairs", Strategy.LEASTRECENT, 15, 1, 8, 5, 0, 300, new Overflow.Nowhere());

    private final FakePbx pbx = new FakePbx();

    /** What a site keeps for itself is looked at and never written. */
    @Test
    void aPbxWithQueuesOfItsOwnIsToldNothing() {
        PbxQueues queues = new PbxQueues(pbx, () -> PbxQueuesConfig.Owner.OWN, told -> {});
        queues.want(Map.of("repairs", REPAIRS), Map.of("4008007000", Optional.of("repairs")));
        queues.linkUp();
        assertThat(pbx.defined()).isEmpty();
        assertThat(pbx.numbers()).isEmpty();
        assertThat(queues.standing().await().indefinitely())
                .containsExactly(new QueueAtPbx("repairs", QueueAtPbx.State.OWN, null, null, List.of("name")));
    }

    @Test
    void aManagedOneIsToldAll() {
        PbxQueues queues = new PbxQueues(pbx, () -> PbxQueuesConfig.Owner.MANAGED, told -> {});
        queues.want(Map.of("repairs", REPAIRS), Map.of("4008007000", Optional.of("repairs")));
        assertThat(pbx.defined()).containsEntry("repairs", REPAIRS);
        assertThat(pbx.numbers()).containsEntry("4008007000", "repairs");
        queues.want(Map.of("repairs", REPAIRS), Map.of("4008007000", Optional.empty()));
        assertThat(pbx.numbers()).containsEntry("4008007000", "-");
    }

    @ParameterizedTest
    @CsvSource({
        "leastrecent, 8, 5, ''",
        "linear, 8, 5, strategy",
        "leastrecent, 0, 5, maxWaiting",
        "leastrecent, 8, 0, weight",
        "ringall, 0, 0, strategy maxWaiting weight",
        ", 0, 0, name"
    })
    void whatThePbxHasOtherwiseIsNamed(@Nullable String strategy, int most, int weight, String differs) {
        PbxQueue has = strategy == null ? null : new PbxQueue("repairs", strategy, most, weight, 2, 1);
        assertThat(String.join(" ", PbxQueues.differences(REPAIRS, has))).isEqualTo(differs);
    }
}
