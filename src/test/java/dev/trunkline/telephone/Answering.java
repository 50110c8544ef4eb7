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

    /** Answers, and after two seconds holds the call for two. */
    record Holds() implements Answering {}

    /** Answers, and after two seconds transfers the call blindly. */
    record Transfers(String target) implements Answering {}

    /** Answers, and after two seconds holds the call, asks somebody else for two, and joins the two or comes back. */
    record Consults(String target, boolean joins) implements Answering {}

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

    static Answering holds() {
        return new Holds();
    }

    static Answering transfersTo(String target) {
        return new Transfers(target);
    }

    static Answering consults(String target) {
        return new Consults(target, true);
    }

    static Answering consultsInVain(String target) {
        return new Consults(target, false);
    }

    default String scenario() {
        return switch (this) {
            case Answers a -> "phone-answers";
            case JustRings r -> "phone-rings";
            case Busy b -> "phone-busy";
            case Holds h -> "phone-holds";
            case Transfers t -> "phone-transfers";
            case Consults c -> c.joins() ? "phone-consults" : "phone-consults-in-vain";
        };
    }

    default String[] arguments() {
        return switch (this) {
            case Answers a
            when a.hangsUpAfter() != null ->
                new String[] {"-recv_timeout", String.valueOf(a.hangsUpAfter().toMillis())};
            case Transfers t -> new String[] {"-key", "target", t.target()};
            case Consults c -> new String[] {"-key", "target", c.target()};
            case Answers a -> new String[0];
            case JustRings r -> new String[0];
            case Busy b -> new String[0];
            case Holds h -> new String[0];
        };
    }
}
