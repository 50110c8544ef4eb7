package dev.trunkline.telephony.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedQueueTest {
    private final SimulatedQueue queue = new SimulatedQueue("repairs", rules("rrmemory"));

    /** 1001 was rung last and has taken most, 1002 talked last, 1003 came last. */
    @ParameterizedTest
    @CsvSource({
        "ringall, 1001 1002 1003",
        "rrmemory, 1002",
        "leastrecent, 1001",
        "fewestcalls, 1003",
        "linear, 1001",
    })
    void eachStrategyHasItsOrder(String strategy, String rung) {
        three();
        queue.become(rules(strategy));
        assertThat(queue.next()).extracting(member -> member.phone.extension).containsExactly(rung.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"random", "wrandom"})
    void anybodyIsOneOfThem(String strategy) {
        three();
        queue.become(rules(strategy));
        assertThat(queue.next()).hasSize(1).allMatch(queue.members::containsValue);
    }

    @Test
    void aHigherLevelWaitsUntilNobodyOfALowerOneIsFree() {
        three();
        queue.become(rules("ringall"));
        queue.members.get("1001").level = 1;
        queue.members.get("1002").level = 1;
        assertThat(queue.next()).extracting(member -> member.phone.extension).containsExactly("1003");
        queue.members.get("1003").paused = true;
        assertThat(queue.next()).extracting(member -> member.phone.extension).containsExactly("1001", "1002");
        queue.members.values().forEach(member -> member.paused = true);
        assertThat(queue.next()).isEmpty();
    }

    private void three() {
        for (String extension : List.of("1001", "1002", "1003")) {
            queue.members.put(extension, new Member("repairs", new Phone(extension), Instant.EPOCH));
        }
        queue.members.get("1001").lastOffer = 9;
        queue.members.get("1001").callsTaken = 5;
        queue.members.get("1001").lastCall = 10;
        queue.members.get("1002").lastOffer = 1;
        queue.members.get("1002").callsTaken = 4;
        queue.members.get("1002").lastCall = 30;
        queue.members.get("1003").lastOffer = 5;
        queue.members.get("1003").callsTaken = 0;
        queue.members.get("1003").lastCall = 20;
    }

    private static SimulatedQueue.Rules rules(String strategy) {
        return new SimulatedQueue.Rules(strategy, Duration.ofSeconds(15), Duration.ofSeconds(1), 0, 0);
    }
}
