package dev.trunkline.boot.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Telephone numbers that look right and are nobody's as far as that can be had: in the United Kingdom, France and the
 * United States those set aside for fiction, in China, which has none such, runs of zeros and fives. The first nine
 * hundred are all different.
 */
final class DemoNumbers {
    private static final List<String> MOBILES = List.of("138", "139", "186", "159", "133");
    private static final List<String> CITIES = List.of("021", "020");
    /** Prime to a thousand and to ten thousand: each suffix comes once in a round. */
    private static final int STEP = 37;

    private final Dice dice;
    private int given;

    DemoNumbers(Dice dice) {
        this.dice = dice;
    }

    String mobile() {
        return "%s 0000 %04d".formatted(dice.pick(MOBILES), next(10_000));
    }

    String office() {
        return "%s 5555 %04d".formatted(dice.pick(CITIES), next(10_000));
    }

    String abroad() {
        int kind = dice.between(0, 3);
        return switch (kind) {
            case 0 -> "+44 7700 900%03d".formatted(next(1_000));
            case 1 -> "+44 20 7946 0%03d".formatted(next(1_000));
            case 2 -> {
                int suffix = next(10_000);
                yield "+33 6 39 98 %02d %02d".formatted(suffix / 100, suffix % 100);
            }
            default -> "+1 %d 555 01%02d".formatted(200 + given % 9 + 1, next(100));
        };
    }

    /** As a carrier may send it: with the country code or without. */
    String asSent(String e164) {
        return e164.startsWith("+86")
                ? dice.pick(List.of(e164, e164.substring(1), "00" + e164.substring(1), national(e164), national(e164)))
                : dice.pick(List.of(e164, "00" + e164.substring(1)));
    }

    /** As an agent dials it. */
    static String asDialled(String e164) {
        return e164.startsWith("+86") ? national(e164) : "00" + e164.substring(1);
    }

    /** Some strangers' numbers. */
    List<String> strangers(int howMany) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            numbers.add(dice.chance(0.8) ? mobile() : abroad());
        }
        return numbers;
    }

    private static String national(String e164) {
        String digits = e164.substring(3);
        return digits.startsWith("1") ? digits : "0" + digits;
    }

    private int next(int round) {
        given++;
        return (int) ((long) given * STEP % round);
    }
}
