package dev.trunkline.call.tracking;

import dev.trunkline.call.Call.Recording;
import dev.trunkline.call.Call.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is recorded of a call. */
final class Recorded {
    private Recorded() {}

    static void started(CallDraft call, String file, Instant at) {
        boolean known =
                call.recordings.stream().anyMatch(recording -> recording.file().equals(file));
        if (!known) {
            CallDraft.addBounded(call.recordings, new Recording(file, at, List.of()));
        }
    }

    /** The PBX silences a channel's recordings together; only the latest of a call is still being written. */
    static void silenced(CallDraft call, boolean silent, Instant at) {
        if (call.recordings.isEmpty() || call.recordings.getLast().silent() == silent) {
            return;
        }
        Recording recording = call.recordings.removeLast();
        List<Silence> silences = new ArrayList<>(recording.silences());
        if (silent) {
            CallDraft.addBounded(silences, new Silence(at, null));
        } else {
            silences.add(new Silence(silences.removeLast().from(), at));
        }
        call.recordings.add(new Recording(recording.file(), recording.startedAt(), silences));
    }
}
