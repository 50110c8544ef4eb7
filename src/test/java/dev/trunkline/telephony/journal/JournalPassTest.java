package dev.trunkline.telephony.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.CallAccount;
import dev.trunkline.call.CallRecovery;
import dev.trunkline.telephony.Gap;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalPassTest {
    private static final long START = 1_795_000_000L;
    private static final String PBX = "pbx1";

    @TempDir
    Path directory;

    /** After a long gap there are many calls that are over; those that go on must not wait for them. */
    @Test
    void calls_held_as_open_come_first() throws IOException {
        Files.writeString(directory.resolve("queue_log"), "");
        Files.writeString(
                directory.resolve("cel_master.json"),
                begun(1) + ended(1) + begun(2) + begun(3) + ended(2) + begun(4) + ended(4));
        Recounted recounted = new Recounted();
        JournalPass pass = new JournalPass(
                new JournalReader(directory), recounted, pbx -> Set.of("pbx1-3", "pbx1-4"), endpoint -> null);
        Gap gap = new Gap(PBX, Instant.ofEpochSecond(START + 60), Set.of("pbx1-3"), Set.of("pbx1-4"));

        JournalPass.Result result = pass.read(PBX, Instant.ofEpochSecond(START), gap, true);

        assertThat(recounted.calls).containsExactly("pbx1-4", "pbx1-3", "pbx1-1", "pbx1-2");
        assertThat(recounted.asked).containsExactlyInAnyOrder("pbx1-1", "pbx1-2");
        assertThat(result.added()).isEqualTo(4);
    }

    private static final class Recounted implements CallRecovery {
        private final List<String> calls = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();

        @Override
        public Uni<Set<String>> settled(Collection<String> callIds) {
            asked.addAll(callIds);
            return Uni.createFrom().item(Set.of());
        }

        @Override
        public Uni<List<Result>> recount(List<CallAccount> accounts) {
            accounts.forEach(account -> calls.add(account.callId()));
            return Uni.createFrom()
                    .item(accounts.stream().map(account -> Result.ADDED).toList());
        }

        @Override
        public void keepEnds(String pbx, Instant begunBefore) {}

        @Override
        public Set<String> keptEnds(String pbx) {
            return Set.of();
        }

        @Override
        public void releaseEnds(String pbx) {}

        @Override
        public Optional<Instant> unsettledSince(String pbx) {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> takeLoss(String pbx) {
            return Optional.empty();
        }

        @Override
        public void onLoss(Runnable told) {}

        @Override
        public void onPartEnd(Runnable told) {}
    }

    private static String begun(int call) {
        return row("CHAN_START", call, call);
    }

    private static String ended(int call) {
        return row("HANGUP", call, call + 10) + row("CHAN_END", call, call + 10) + row("LINKEDID_END", call, call + 10);
    }

    private static String row(String type, int call, int second) {
        return """
                {"eventtype":"%s","eventtime":"%d.000000","userdeftype":"","num":"13800001111","exten":"4008001000",\
                "context":"from-trunk","channame":"PJSIP/lab-00000000","appname":"","appdata":"","uniqueid":"pbx1-%d",\
                "linkedid":"pbx1-%d","peer":"","eventextra":""}
                """.formatted(type, START + second, call, call);
    }
}
