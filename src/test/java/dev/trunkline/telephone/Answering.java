package dev.trunkline.telephone;

import java.time.Duration;

/** What a phone does with the calls it gets. */
public sealed interface Answering {

    /** Rings for a while and answers; hangs up after another, or with null never by itself. */
    record Answers(Duration rings, Duration hangsUpAfter) implements Answering {}

    /** As the scenario itself has it. */
    Duration SHORT_RING = Duration.ofMillis(700);

    /** Rings until the caller gives up. */
    record JustRings() implements Answering {}

    /** Refuses. */
    record Busy() implements Answering {}

    static Answering answers() {
        return new Answers(SHORT_RING, null);
    }

    static Answering answersAndHangsUpAfter(Duration duration) {
        return new Answers(SHORT_RING, duration);
    }

    static Answering answersAfter(Duration rings) {
        return new Answers(rings, null);
    }

    static Answering justRings() {
        return new JustRings();
    }

    static Answering busy() {
        return new Busy();
    }

    default String scenario() {
        return switch (this) {
            case Answers a -> "phone-answers";
            case JustRings r -> "phone-rings";
            case Busy b -> "phone-busy";
        };
    }

    default String[] arguments() {
        return this instanceof Answers answers && answers.hangsUpAfter() != null
                ? new String[] {
                    "-recv_timeout", String.valueOf(answers.hangsUpAfter().toMillis())
                }
                : new String[0];
    }
}
