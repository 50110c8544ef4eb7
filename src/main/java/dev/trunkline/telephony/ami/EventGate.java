package dev.trunkline.telephony.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Bounds how many events may be on their way between the socket and us. asterisk-java drops events silently when its own
 * buffer is full, so the gate stands before it and is smaller: a slow reader first slows the PBX down, and when that does
 * not help in time the connection is ended, counted, and what was missed is asked for again.
 *
 * <p>It also leaves out what nobody here reads, whole events and single fields: asterisk-java takes some microseconds for
 * each field, and a PBX under load sends a hundred thousand a second.
 */
final class EventGate implements BoundedLines.LineWatch {
    /** Less than the 20,000 of asterisk-java's buffer. */
    static final int MOST_ON_THEIR_WAY = 16_000;

    private static final String EVENT = "event:";

    /** Fields that {@link AmiTranslator}, its helpers and {@link Snapshot} make nothing of, in a call's frequent events. */
    private static final Set<String> UNREAD = Set.of(
            "AccountCode",
            "BridgeCreator",
            "BridgeName",
            "BridgeNumChannels",
            "BridgeType",
            "BridgeVideoSourceMode",
            "CallsTaken",
            "Cause-txt",
            "ChannelStateDesc",
            "ConnectedLineName",
            "ConnectedLineNum",
            "DestAccountCode",
            "DestCallerIDName",
            "DestCallerIDNum",
            "DestChannelState",
            "DestChannelStateDesc",
            "DestConnectedLineName",
            "DestConnectedLineNum",
            "DestContext",
            "DestExten",
            "DestLanguage",
            "DestPriority",
            "InCall",
            "Language",
            "LastCall",
            "LastPause",
            "LoginTime",
            "Membership",
            "Penalty",
            "Priority",
            "Privilege",
            "Ringinuse",
            "Wrapuptime");

    private final Semaphore room;
    private final Duration patience;
    private final Consumer<String> names;
    private final Runnable overflow;

    /** Touched by the reading thread only. */
    private Message message = Message.BETWEEN;

    private enum Message {
        BETWEEN,
        EVENT,
        LEFT_OUT,
        OTHER
    }

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
    public boolean wants(String line) throws IOException {
        if (line.isEmpty()) {
            boolean wanted = message != Message.LEFT_OUT;
            message = Message.BETWEEN;
            return wanted;
        }
        if (message == Message.BETWEEN) {
            message = begun(line);
        }
        return switch (message) {
            case EVENT -> !UNREAD.contains(field(line));
            case LEFT_OUT -> false;
            case OTHER, BETWEEN -> true;
        };
    }

    /** What begins with this line; an event waits here for room. */
    private Message begun(String line) throws IOException {
        if (!line.regionMatches(true, 0, EVENT, 0, EVENT.length())) {
            return Message.OTHER;
        }
        String name = EventNames.normal(line.substring(EVENT.length()));
        names.accept(name);
        if (EventNames.used(name) && !enter()) {
            overflow.run();
            throw new IOException("Events came faster than they could be taken");
        }
        return EventNames.left(name) ? Message.LEFT_OUT : Message.EVENT;
    }

    private static String field(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? line : line.substring(0, colon);
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
