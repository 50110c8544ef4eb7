package dev.trunkline.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What a PBX without {@code eventfilter} says besides the calls: captured events of kinds that tell nothing of a call, over
 * and over at a steady rate, on a thread of its own until closed.
 */
final class Chatter implements AutoCloseable {
    private static final Path CAPTURES = Path.of("src/test/resources/captures");
    private static final Set<String> KINDS = Set.of(
            "DeviceStateChange",
            "PeerStatus",
            "ContactStatus",
            "NewConnectedLine",
            "SoftHangupRequest",
            "DialState",
            "BridgeCreate",
            "BridgeDestroy",
            "MixMonitorStart");

    private final List<byte[]> events = read();
    private final LoadPbx pbx;
    private final int perSecond;
    private final Thread thread;
    private volatile boolean closed;

    private Chatter(LoadPbx pbx, int perSecond) {
        this.pbx = pbx;
        this.perSecond = perSecond;
        this.thread = Thread.ofPlatform().name("chatter").unstarted(this::chat);
    }

    static Chatter begin(LoadPbx pbx, int perSecond) {
        Chatter chatter = new Chatter(pbx, perSecond);
        if (perSecond > 0) {
            chatter.thread.start();
        }
        return chatter;
    }

    private void chat() {
        long began = System.nanoTime();
        long said = 0;
        while (!closed) {
            long due = (long) ((System.nanoTime() - began) / 1e9 * perSecond);
            for (; said < due; said++) {
                pbx.say(events.get((int) (said % events.size())));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private static List<byte[]> read() {
        try (Stream<Path> captures = Files.list(CAPTURES)) {
            return captures.sorted()
                    .flatMap(capture -> messages(capture.resolve("ami.log")))
                    .filter(message -> KINDS.contains(
                            message.lines().findFirst().orElse("").replaceFirst("^Event: ", "")))
                    .map(message -> (message.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> messages(Path log) {
        try {
            return Stream.of(Files.readString(log).replace("\r", "").split("\n\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
