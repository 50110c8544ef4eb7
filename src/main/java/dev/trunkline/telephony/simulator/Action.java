package dev.trunkline.telephony.simulator;

import java.util.HashMap;
import java.util.Map;

/** One action as received, and how to answer it. Names are case-insensitive; a missing value is empty. */
record Action(Map<String, String> headers) {
    /** Between the values of a header that came more than once. */
    static final String AND = "\n";

    String get(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The channel variables that the action sets. */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        for (String one : get("Variable").split(AND, -1)) {
            int equals = one.indexOf('=');
            if (equals > 0) {
                variables.put(one.substring(0, equals), one.substring(equals + 1));
            }
        }
        return variables;
    }

    String name() {
        return get("Action");
    }

    String id() {
        return get("ActionID");
    }

    Message success() {
        return Message.response("Success", id());
    }

    String message(String text) {
        return success().with("Message", text).wire();
    }

    String error(String text) {
        return Message.response("Error", id()).with("Message", text).wire();
    }

    /** The answer that a list follows. */
    String list(String text) {
        return success().with("EventList", "start").with("Message", text).wire();
    }

    /** The end of the list. */
    String complete(String event, int items) {
        return new Message()
                .with("Event", event)
                .with("ActionID", id())
                .with("EventList", "Complete")
                .with("ListItems", items)
                .wire();
    }
}
