package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls that a row of events tells of, folded as the service does it, those that became part of others included. */
public final class Folded {
    private Folded() {}

    /** The calls as they are after the last event, by id, in the order they were first told of. */
    public static Map<String, Call> calls(List<CallEvent> events) {
        CallTracker tracker = new CallTracker(CallRules.standard());
        OpenCalls open = new OpenCalls(1_000, call -> {});
        Map<String, Call> calls = new LinkedHashMap<>();
        for (CallEvent event : events) {
            for (CallEvent told : open.explain(event)) {
                Call before = calls.get(told.callId());
                Call after = tracker.apply(before, told);
                if (after != null && after != before) {
                    open.put(after);
                    calls.put(after.id(), after);
                }
            }
        }
        return calls;
    }

    /** The events as the tracker takes them: each with the call that its leg is in, and the legs that change their call. */
    public static List<CallEvent> explained(List<CallEvent> events) {
        CallTracker tracker = new CallTracker(CallRules.standard());
        OpenCalls open = new OpenCalls(1_000, call -> {});
        Map<String, Call> calls = new LinkedHashMap<>();
        List<CallEvent> explained = new ArrayList<>();
        for (CallEvent event : events) {
            for (CallEvent told : open.explain(event)) {
                explained.add(told);
                Call after = tracker.apply(calls.get(told.callId()), told);
                if (after != null) {
                    open.put(after);
                    calls.put(after.id(), after);
                }
            }
        }
        return explained;
    }
}
