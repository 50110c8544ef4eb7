package dev.trunkline.telephone;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A recording, listened to. */
record Sound(short[] samples, int rate) {

    static final int CUSTOMER_HERTZ = 400;
    static final int PHONE_HERTZ = 700;

    static Sound read(File wav) {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(wav)) {
            ShortBuffer samples = ByteBuffer.wrap(in.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer();
            short[] copy = new short[samples.remaining()];
            samples.get(copy);
            return new Sound(copy, (int) in.getFormat().getSampleRate());
        } catch (IOException | UnsupportedAudioFileException e) {
            throw new IllegalStateException("not a recording: " + wav, e);
        }
    }

    double seconds() {
        return (double) samples.length / rate;
    }

    /** How strong a tone of this frequency is in it (Goertzel); comparable within one recording only. */
    double strength(int hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / rate);
        double previous = 0;
        double beforePrevious = 0;
        for (short sample : samples) {
            double current = sample + coefficient * previous - beforePrevious;
            beforePrevious = previous;
            previous = current;
        }
        return previous * previous + beforePrevious * beforePrevious - coefficient * previous * beforePrevious;
    }
}
