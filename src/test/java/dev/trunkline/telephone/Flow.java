package dev.trunkline.telephone;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** A call flow people meet every day. What plays it has to be able to play it again on the same Asterisk. */
interface Flow {

    /** Of its constant. */
    String name();

    Play play();

    /** The name of its captures' directory. */
    default String directory() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Plays it to its end.
     *
     * @param actions an AMI connection with events, opened before
     * @param joining makes an agent available for calls of the agent's queue, see {@link #queueOf}
     */
    default void play(AsteriskLab lab, AmiTap actions, IntConsumer joining) {
        play().on(new Stage(lab, actions, joining, agent -> {
            throw new IllegalStateException("There is no service");
        }));
    }

    /** What is played. */
    interface Play {
        void on(Stage stage);
    }

    /** Every flow there is. */
    static Stream<Flow> all() {
        return Stream.of(CallFlow.values(), QueueFlow.values(), TransferFlow.values())
                .flatMap(Stream::of);
    }

    /** The queue whose calls an agent takes in the flows; empty for one who takes none. */
    static Optional<String> queueOf(int agent) {
        return switch (agent) {
            case 1001, 1002 -> Optional.of("support");
            case 1003 -> Optional.of("sales");
            case 1005, 1006 -> Optional.of("urgent");
            default -> Optional.empty();
        };
    }
}
