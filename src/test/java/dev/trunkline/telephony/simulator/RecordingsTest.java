package dev.trunkline.telephony.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
    @TempDir
    Path directory;

    @Test
    void both_sides_are_as_long_as_the_talk_and_take_turns() throws Exception {
        Recordings recordings = new Recordings(Optional.of(directory));
        recordings.recorded("sim1-1.0", Duration.ofSeconds(20));
        Path rx = directory.resolve("sim1-1.0-rx.wav");
        Path tx = directory.resolve("sim1-1.0-tx.wav");
        await().until(() -> Files.exists(tx));
        for (Path file : new Path[] {rx, tx}) {
            try (AudioInputStream sound = AudioSystem.getAudioInputStream(file.toFile())) {
                AudioFormat format = sound.getFormat();
                assertThat(format.getSampleRate()).isEqualTo(8_000);
                assertThat(format.getChannels()).isEqualTo(1);
                assertThat(format.getSampleSizeInBits()).isEqualTo(16);
                assertThat(sound.getFrameLength()).isEqualTo(160_000);
                byte[] bytes = sound.readAllBytes();
                int loud = 0;
                int silent = 0;
                for (int i = 0; i < bytes.length; i += 2) {
                    int sample = (short) ((bytes[i + 1] << 8) | (bytes[i] & 0xff));
                    if (Math.abs(sample) > 1_000) {
                        loud++;
                    }
                    if (sample == 0) {
                        silent++;
                    }
                }
                assertThat(loud).as("speech in " + file).isGreaterThan(1_000);
                assertThat(silent).as("pauses in " + file).isGreaterThan(20_000);
            }
        }
        recordings.stop();
    }

    @Test
    void a_call_without_talk_leaves_bare_headers() {
        Recordings recordings = new Recordings(Optional.of(directory));
        recordings.recorded("sim1-2.0", Duration.ZERO);
        await().until(() -> Files.exists(directory.resolve("sim1-2.0-tx.wav")));
        assertThat(directory.resolve("sim1-2.0-rx.wav")).hasSize(44);
        recordings.stop();
    }
}
