package dev.trunkline.shared.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageStreamTest {
    private final MessageStream stream = new MessageStream(1000);

    @Test
    void numbersGrowByOneFromTheStart() {
        assertThat(stream.append(seq -> "first " + seq)).isEqualTo(new MessageStream.Frame(1001, "first 1001"));
        assertThat(stream.append(seq -> "second " + seq)).isEqualTo(new MessageStream.Frame(1002, "second 1002"));
        assertThat(stream.last()).isEqualTo(1002);
    }

    @Test
    void aPageGetsJustWhatItMissed() {
        append(3);
        assertThat(stream.after(1001))
                .hasValueSatisfying(missed ->
                        assertThat(missed).extracting(MessageStream.Frame::seq).containsExactly(1002L, 1003L));
        assertThat(stream.after(1003)).hasValue(List.of());
    }

    @Test
    void aPageThatMissedTooMuchGetsNoList() {
        append(MessageStream.KEPT + 1);
        assertThat(stream.after(1000)).isEmpty();
        assertThat(stream.after(1001))
                .hasValueSatisfying(missed -> assertThat(missed).hasSize(MessageStream.KEPT));
    }

    @Test
    void longMessagesAreKeptOnlyAsFarAsThereIsRoom() {
        for (int i = 0; i < 3; i++) {
            stream.append(seq -> "x".repeat(MessageStream.MOST_TEXT / 2));
        }
        assertThat(stream.after(1000)).isEmpty();
        assertThat(stream.after(1001))
                .hasValueSatisfying(missed -> assertThat(missed).hasSize(2));
        stream.append(seq -> "x".repeat(2 * MessageStream.MOST_TEXT));
        assertThat(stream.after(1003))
                .hasValueSatisfying(missed -> assertThat(missed).hasSize(1));
    }

    @Test
    void whatIsForgottenIsGivenToNobody() {
        append(2);
        stream.forget();
        assertThat(stream.after(1001)).isEmpty();
        assertThat(stream.after(1002)).isEmpty();
        append(1);
        assertThat(stream.after(stream.last() - 1))
                .hasValueSatisfying(missed -> assertThat(missed).hasSize(1));
    }

    @Test
    void aNumberNeverGivenOutGetsNoList() {
        append(1);
        assertThat(stream.after(1002)).isEmpty();
        assertThat(stream.after(-1)).isEmpty();
        assertThat(stream.after(Long.MIN_VALUE)).isEmpty();
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            stream.append(String::valueOf);
        }
    }
}
