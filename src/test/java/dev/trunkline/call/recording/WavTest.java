package dev.trunkline.call.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.trunkline.call.recording.BadSound.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WavTest {
    @TempDir
    Path directory;

    @Test
    void aWholeFile() throws Exception {
        Path file = Sounds.write(directory.resolve("a-rx.wav"), Sounds.mono(800, 7));
        assertThat(Wav.read(file)).isEqualTo(new Wav(file, 44, 1600));
    }

    @Test
    void otherChunksBeforeTheSoundAreSkipped() throws Exception {
        byte[] plain = Sounds.mono(8, 1);
        ByteBuffer more = ByteBuffer.allocate(plain.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        more.put(plain, 0, 36)
                .put("LIST".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .put(new byte[4])
                .put(plain, 36, plain.length - 36);
        Path file = Sounds.write(directory.resolve("a-rx.wav"), more.array());
        assertThat(Wav.read(file).offset()).isEqualTo(56);
    }

    static Stream<Arguments> bad() {
        byte[] whole = Sounds.mono(800, 7);
        return Stream.of(
                arguments("empty file", new byte[0], Kind.UNFINISHED, "is cut"),
                arguments("header only", Sounds.mono(0, 0), Kind.UNFINISHED, "is empty"),
                arguments("cut header", Arrays.copyOf(whole, 20), Kind.UNFINISHED, "is cut"),
                arguments("cut sound", Arrays.copyOf(whole, 1000), Kind.UNFINISHED, "956 of 1600 bytes"),
                arguments("still written", Sounds.unfinished(whole), Kind.UNFINISHED, "not finished"),
                arguments("half a sample", oddLength(), Kind.WRONG, "half a sample"),
                arguments("text", "x".repeat(100).getBytes(StandardCharsets.UTF_8), Kind.WRONG, "no WAV"),
                arguments("stereo", Sounds.header(1, 2, 8_000, 16, 64).array(), Kind.WRONG, "2 channels"),
                arguments("16 kHz", Sounds.header(1, 1, 16_000, 16, 64).array(), Kind.WRONG, "16000 Hz"),
                arguments("8 bit", Sounds.header(1, 1, 8_000, 8, 64).array(), Kind.WRONG, "8 bit"),
                arguments("GSM", Sounds.header(49, 1, 8_000, 16, 64).array(), Kind.WRONG, "format 49"),
                arguments("endless chunk", endlessChunk(), Kind.UNFINISHED, "no samples"));
    }

    private static byte[] oddLength() {
        ByteBuffer odd = Sounds.header(1, 1, 8_000, 16, 65);
        return odd.array();
    }

    private static byte[] endlessChunk() {
        byte[] broken = Sounds.mono(800, 7);
        ByteBuffer.wrap(broken).order(ByteOrder.LITTLE_ENDIAN).putInt(16, -1);
        return broken;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void aBadFileIsNamedWithItsDefect(String what, byte[] content, Kind kind, String words) {
        Path file = Sounds.write(directory.resolve("call-rx.wav"), content);
        assertThatThrownBy(() -> Wav.read(file))
                .hasMessageContaining("call-rx.wav")
                .hasMessageContaining(words)
                .asInstanceOf(InstanceOfAssertFactories.type(BadSound.class))
                .returns(kind, BadSound::kind);
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesFromThePbxDoNotLeadOut(String name) throws Exception {
        Path pbx = directory.resolve("monitor");
        Sounds.write(pbx.resolve("x"), new byte[0]);
        Sounds.write(directory.resolve("secret-rx.wav"), Sounds.mono(80, 1));
        Sounds.write(directory.resolve("secret-tx.wav"), Sounds.mono(80, 1));
        java.nio.file.Files.createSymbolicLink(pbx.resolve("link-rx.wav"), directory.resolve("secret-rx.wav"));
        java.nio.file.Files.createSymbolicLink(pbx.resolve("link-tx.wav"), directory.resolve("secret-tx.wav"));
        RecordingFiles files = new RecordingFiles(Optional.of(pbx.toString()), directory.toString());
        assertThatThrownBy(() -> files.find(name))
                .asInstanceOf(InstanceOfAssertFactories.type(BadSound.class))
                .returns(Kind.WRONG, BadSound::kind);
    }

    static Stream<String> names() {
        return Stream.of(
                "../secret", "/etc/passwd", "a/../../secret", "..", "", "a\u0000b", "a\nb", "x".repeat(300), "link");
    }

    @Test
    void aFileThatIsNotThereIsAbsent() throws Exception {
        RecordingFiles files = new RecordingFiles(Optional.of(directory.toString()), directory.toString());
        assertThatThrownBy(() -> files.find("nothing"))
                .hasMessage("nothing-rx.wav is not in the PBX's recording directory")
                .asInstanceOf(InstanceOfAssertFactories.type(BadSound.class))
                .returns(Kind.ABSENT, BadSound::kind);
    }

    @Test
    void customerLeftAgentRightAndTheShorterOneEndsInSilence() throws Exception {
        Wav left = Wav.read(Sounds.write(directory.resolve("l.wav"), Sounds.mono(10_000, 1)));
        Wav right = Wav.read(Sounds.write(directory.resolve("r.wav"), Sounds.mono(9_999, -2)));
        Path target = directory.resolve("2026/11/22/c-1.wav");
        Stereo made = Stereo.make(left, right, target);

        byte[] file = java.nio.file.Files.readAllBytes(target);
        ByteBuffer sound = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(made.bytes()).isEqualTo(file.length).isEqualTo(44 + 40_000);
        assertThat(made.durationMs()).isEqualTo(1_250);
        assertThat(made.sha256())
                .isEqualTo(java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(file)));
        assertThat(sound.getShort(22)).isEqualTo((short) 2);
        assertThat(sound.getInt(40)).isEqualTo(40_000);
        assertThat(sound.getShort(44)).isEqualTo((short) 1);
        assertThat(sound.getShort(46)).isEqualTo((short) -2);
        assertThat(sound.getShort(44 + 9_999 * 4)).isEqualTo((short) 1);
        assertThat(sound.getShort(46 + 9_999 * 4)).isZero();
        assertThat(target.resolveSibling("c-1.wav.part")).doesNotExist();
    }

    @Test
    void filesOfDifferentLengthDoNotBelongTogether() throws Exception {
        Wav left = Wav.read(Sounds.write(directory.resolve("l.wav"), Sounds.mono(30_000, 1)));
        Wav right = Wav.read(Sounds.write(directory.resolve("r.wav"), Sounds.mono(10_000, 1)));
        assertThatThrownBy(() -> Stereo.make(left, right, directory.resolve("c.wav")))
                .hasMessageContaining("l.wav and r.wav differ");
        assertThat(directory.resolve("c.wav")).doesNotExist();
    }
}
