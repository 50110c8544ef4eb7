package dev.trunkline.telephony.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.telephony.Gap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** Times in seconds after noon; the gap, where there is one, ends at 100. */
    @ParameterizedTest
    @CsvSource({
        // held, ended at, begun at, last row, suspected, gap, listed, newest row, verdict
        "true,  90,  10,  90, false, true,  false, , RECOUNT",
        "true,  110, 10,  110, false, true, true,  , RECOUNT",
        "true,  ,    10,  20, false, true,  true,  , RECOUNT",
        "true,  ,    10,  20, false, true,  false, , RECOUNT",
        "true,  ,    110, 120, false, true, false, , LEAVE",
        "true,  120, 110, 120, false, true, false, , WAIT",
        "true,  120, 110, 120, true,  true, false, , RECOUNT",
        "true,  90,  10,  90, false, false, false, , WAIT",
        "true,  90,  10,  90, true,  false, false, , RECOUNT",
        "true,  ,    10,  20, true,  false, false, , LEAVE",
        "false, 90,  10,  90, false, true,  false, , RECOUNT",
        "false, 110, 10,  110, false, true, false, , WAIT",
        "false, 110, 10,  110, true,  true, false, , RECOUNT",
        "false, 90,  10,  90, false, false, false, , WAIT",
        "false, 90,  10,  90, true,  false, false, , RECOUNT",
        "false, ,    10,  20, false, true,  true,  , RECOUNT",
        "false, ,    10,  20, false, true,  false, 30, WAIT",
        "false, ,    10,  20, true,  false, false, 600, WAIT",
        "false, ,    10,  20, true,  false, false, 700, RECOUNT_FAILED",
    })
    void table(
            boolean held,
            Integer endedAt,
            int begunAt,
            int lastAt,
            boolean suspected,
            boolean closesGap,
            boolean listed,
            Integer newest,
            Verdict verdict) {
        JournalCall call = new JournalCall(
                "c1",
                List.of(row("CHAN_START", begunAt), row("ANSWER", lastAt)),
                List.of(),
                endedAt == null ? null : at(endedAt),
                null,
                false);
        Gap gap = closesGap ? new Gap("pbx1", at(100), listed ? Set.of("c1") : Set.of(), Set.of()) : null;
        assertThat(Verdict.of(call, held, suspected, gap, newest == null ? null : at(newest)))
                .isEqualTo(verdict);
    }

    private static CelLine row(String type, int second) {
        return new CelLine(type, at(second), "", "", "s", null, "PJSIP/lab-00000000", "", "", "c1", "c1", Map.of());
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
