package dev.trunkline.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The work that calls made for agents.
 *
 * @param calls how many calls were handled
 * @param talkMs without the time on hold
 * @param holdMs as far as it is known: the PBX's journal knows of no holds
 * @param wrapMs wrap-up
 */
record Handling(int calls, long talkMs, long holdMs, long wrapMs) {
    static final Handling NONE = new Handling(0, 0, 0, 0);

    Handling plus(Handling other) {
        return new Handling(calls + other.calls, talkMs + other.talkMs, holdMs + other.holdMs, wrapMs + other.wrapMs);
    }

    void into(Map<String, Number> figures) {
        figures.put("talkMs", talkMs);
        figures.put("holdMs", holdMs);
        figures.put("wrapMs", wrapMs);
        put(figures, "averageHandleMs", Share.mean(talkMs + holdMs + wrapMs, calls));
        put(figures, "averageTalkMs", Share.mean(talkMs, calls));
        put(figures, "averageHoldMs", Share.mean(holdMs, calls));
        put(figures, "averageWrapMs", Share.mean(wrapMs, calls));
    }

    static void put(Map<String, Number> figures, String key, @Nullable Number value) {
        if (value != null) {
            figures.put(key, value);
        }
    }
}
