package dev.trunkline.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it should be.
 *
 * @param gravity what it does to the state of the whole
 * @param since when it began, null where that is not known
 * @param figure how much or how many, as the code says; null where there is nothing to count
 * @param detail what a machine said of it, in English; null when it said nothing
 */
public record Finding(
        FindingCode code,
        SystemPart part,
        SystemState gravity,
        @Nullable Instant since,
        @Nullable Long figure,
        @Nullable String detail) {

    static Finding of(FindingCode code) {
        return new Finding(code, code.part(), code.gravity(), null, null, null);
    }

    Finding since(Instant moment) {
        return new Finding(code, part, gravity, moment, figure, detail);
    }

    Finding figure(long amount) {
        return new Finding(code, part, gravity, since, amount, detail);
    }

    Finding detail(@Nullable String words) {
        return new Finding(code, part, gravity, since, figure, words);
    }
}
