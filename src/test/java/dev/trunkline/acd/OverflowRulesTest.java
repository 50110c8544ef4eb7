package dev.trunkline.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverflowRulesTest {

    @Test
    void callersDoNotComeBack() {
        Map<String, @Nullable String> onward = new HashMap<>();
        onward.put("a", null);
        onward.put("b", "c");
        onward.put("c", "a");
        assertThat(OverflowRules.ring(onward, "a", "b")).hasValue(List.of("a", "b", "c", "a"));
        assertThat(OverflowRules.ring(onward, "a", "c")).hasValue(List.of("a", "c", "a"));
        assertThat(OverflowRules.ring(onward, "b", "a")).isEmpty();
        assertThat(OverflowRules.ring(onward, "d", "b")).isEmpty();
    }

    /** A ring that is there already, and not through this queue, is walked once. */
    @Test
    void aRingElsewhereEnds() {
        assertThat(OverflowRules.ring(Map.of("b", "c", "c", "b"), "a", "b")).isEmpty();
    }

    /** Made one after another under the rule, no overflows ever lead a caller round. */
    @Property
    void whatIsAllowedNeverLeadsRound(@ForAll @Size(max = 30) List<@IntRange(max = 6) Integer> choices) {
        Map<String, @Nullable String> onward = new HashMap<>();
        for (int i = 0; i + 1 < choices.size(); i += 2) {
            String from = "q" + choices.get(i);
            String to = "q" + choices.get(i + 1);
            if (!from.equals(to) && OverflowRules.ring(onward, from, to).isEmpty()) {
                onward.put(from, to);
            }
        }
        for (String start : onward.keySet()) {
            String at = start;
            for (int steps = 0; at != null; steps++) {
                assertThat(steps).isLessThanOrEqualTo(7);
                at = onward.get(at);
            }
        }
    }
}
