package dev.trunkline.telephony.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Bounds how many events may be on their way between the socket and us. asterisk-java drops events silently when its own
 * buffer is full, so the gate stands before it and is smaller: a slow reader first slows the PBX down, and when that does
 * not help in time the connection is ended, counted, and what was missed is asked for again.
 */
final class EventGate implements BoundedLines.LineWatch {
    /** Less than the 20,000 of asterisk-java's buffer. */
    static final int MOST_ON_THEIR_WAY = 16_000;

    private static final String EVENT = "event:";

    private final Semaphore room;
    private final Duration patience;
    private final Consumer<String> names;
    private final Runnable overflow;

    /**
     * @param names told the name of each event, in lower case
     * @param overflow told when the gate gives up
     */
    EventGate(int most, Duration patience, Consumer<String> names, Runnable overflow) {
        this.room = new Semaphore(most);
        this.patience = patience;
        this.names = names;
        this.overflow = overflow;
    }

    @Override
    public void line(String line) throws IOException {
        if (!line.regionMatches(true, 0, EVENT, 0, EVENT.length())) {
            return;
        }
        String name = EventNames.normal(line.substring(EVENT.length()));
        names.accept(name);
        if (EventNames.used(name) && !enter()) {
            overflow.run();
            throw new IOException("Events came faster than they could be taken");
        }
    }

    /** An event has been dealt with. */
    void leave() {
        room.release();
    }

    private boolean enter() throws IOException {
        try {
            return room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting to take an event", stopped);
        }
    }
}
