package dev.trunkline.telephony.simulator;

import java.util.Random;

/**
 * Two made-up voices taking turns: pulses of a voice's pitch through two resonances that move from vowel to vowel, with
 * pauses between words. No words can be heard, but it sounds and looks like people talking.
 */
final class Voices {
    static final int RATE = 8_000;

    /** First and second resonance of five vowels, in Hz. */
    private static final int[][] VOWELS = {{730, 1_090}, {530, 1_840}, {270, 2_290}, {570, 840}, {300, 870}};

    private static final double LOUDNESS = 5_000;

    private final short[] caller;
    private final short[] agent;
    private final Random random;

    Voices(long seed, int samples) {
        random = new Random(seed);
        caller = new short[samples];
        agent = new short[samples];
        double callerPitch = 90 + random.nextInt(120);
        double agentPitch = 90 + random.nextInt(120);
        boolean agentSpeaks = true;
        int at = 0;
        while (at < samples) {
            int turn = Math.min(samples - at, RATE * (2 + random.nextInt(4)));
            speak(agentSpeaks ? agent : caller, at, turn, agentSpeaks ? agentPitch : callerPitch);
            at += turn + RATE / 4;
            agentSpeaks = !agentSpeaks;
        }
    }

    short[] caller() {
        return caller;
    }

    short[] agent() {
        return agent;
    }

    private void speak(short[] voice, int from, int length, double pitch) {
        int at = from;
        int end = from + length;
        while (at < end) {
            int syllable = RATE / 8 + random.nextInt(RATE / 8);
            syllable(voice, at, Math.min(syllable, end - at), pitch * (0.9 + random.nextDouble() * 0.25));
            at += syllable;
            if (random.nextInt(4) == 0) {
                at += RATE / 12 + random.nextInt(RATE / 8);
            }
        }
    }

    private void syllable(short[] voice, int from, int length, double pitch) {
        int[] vowel = VOWELS[random.nextInt(VOWELS.length)];
        Resonance first = new Resonance(vowel[0], 90);
        Resonance second = new Resonance(vowel[1], 130);
        double phase = 0;
        for (int i = 0; i < length; i++) {
            phase += pitch / RATE;
            double pulse = 0;
            if (phase >= 1) {
                phase -= 1;
                pulse = 1;
            }
            double breath = (random.nextDouble() - 0.5) * 0.02;
            double swell = Math.sin(Math.PI * i / length);
            double sound = first.next(pulse + breath) + 0.6 * second.next(pulse + breath);
            voice[from + i] = (short) Math.clamp(sound * swell * LOUDNESS, -32_000, 32_000);
        }
    }

    /** A two-pole filter that rings at one frequency. */
    private static final class Resonance {
        private final double back1;
        private final double back2;
        private double last;
        private double beforeLast;

        Resonance(double frequency, double width) {
            double radius = Math.exp(-Math.PI * width / RATE);
            back1 = 2 * radius * Math.cos(2 * Math.PI * frequency / RATE);
            back2 = -radius * radius;
        }

        double next(double in) {
            double out = in + back1 * last + back2 * beforeLast;
            beforeLast = last;
            last = out;
            return out;
        }
    }
}
