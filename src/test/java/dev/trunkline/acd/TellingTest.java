package dev.trunkline.acd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trunkline.call.PbxCommands.PbxRefused;
import dev.trunkline.call.PbxCommands.PbxUnavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TellingTest {
    private final Deque<UniEmitter<? super Void>> asked = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Telling<String> telling = new Telling<>(this::tell, heard::add);

    @Test
    void onlyWhatDiffersIsTold() {
        telling.want(Map.of("a", "1", "b", "1"));
        assertThat(said).containsExactly("a=1");
        yes();
        yes();
        telling.want(Map.of("a", "1", "b", "2"));
        yes();
        telling.want(Map.of("a", "1"));
        assertThat(said).containsExactly("a=1", "b=1", "b=2");
        assertThat(heard).containsExactly("a", "b", "b");
        assertThat(telling.state("a")).isEqualTo(Telling.State.APPLIED);
    }

    @Test
    void oneThingAfterAnotherAndTheNewestCounts() {
        telling.want(Map.of("a", "1"));
        telling.want(Map.of("a", "2"));
        assertThat(said).containsExactly("a=1");
        assertThat(telling.state("a")).isEqualTo(Telling.State.PENDING);
        yes();
        assertThat(telling.state("a")).isEqualTo(Telling.State.PENDING);
        yes();
        assertThat(said).containsExactly("a=1", "a=2");
        assertThat(telling.state("a")).isEqualTo(Telling.State.APPLIED);
    }

    @Test
    void whatIsRefusedWaitsForAnotherWordAndKeepsNothingElseFromBeingTold() {
        telling.want(Map.of("a", "1", "b", "1"));
        asked.remove().fail(new PbxRefused("no room"));
        yes();
        assertThat(telling.state("a")).isEqualTo(Telling.State.REFUSED);
        assertThat(telling.refusal("a")).hasValue("no room");
        assertThat(telling.state("b")).isEqualTo(Telling.State.APPLIED);
        telling.want(Map.of("a", "1", "b", "1"));
        assertThat(said).containsExactly("a=1", "b=1");
        telling.want(Map.of("a", "2", "b", "1"));
        yes();
        assertThat(telling.state("a")).isEqualTo(Telling.State.APPLIED);
        assertThat(telling.refusal("a")).isEmpty();
    }

    @Test
    void everythingIsToldAnewToAPbxThatMayHaveForgotten() {
        telling.want(Map.of("a", "1"));
        yes();
        telling.again();
        yes();
        assertThat(said).containsExactly("a=1", "a=1");
    }

    @Test
    void withoutALinkItIsToldLaterAndNobodyIsKept() {
        telling.want(Map.of("a", "1"));
        var settled = telling.settled().subscribeAsCompletionStage();
        assertThat(settled).isNotDone();
        asked.remove().fail(new PbxUnavailable("no link"));
        assertThat(settled).isDone();
        assertThat(telling.state("a")).isEqualTo(Telling.State.PENDING);
        await().atMost(Duration.ofSeconds(10)).until(() -> said.size() == 2);
        yes();
        assertThat(telling.state("a")).isEqualTo(Telling.State.APPLIED);
    }

    /** The link's coming up ends the wait, and the wait's own end does nothing more. */
    @Test
    void aLinkThatComesUpIsUsedAtOnce() {
        telling.want(Map.of("a", "1"));
        asked.remove().fail(new PbxUnavailable("no link"));
        telling.again();
        assertThat(said).containsExactly("a=1", "a=1");
        yes();
        assertThat(telling.settled().subscribeAsCompletionStage()).isDone();
    }

    private Uni<Void> tell(String name, String value) {
        return Uni.createFrom().emitter(emitter -> {
            asked.add(emitter);
            said.add(name + "=" + value);
        });
    }

    private void yes() {
        asked.remove().complete(null);
    }
}
