package dev.trunkline.telephony;

import java.util.List;

/** Whose numbers simulated callers call from, besides strangers; for the demo's customers. */
public interface CallerNumbers {

    /** Numbers of known customers, in any form; may be empty. Never blocks. */
    List<String> numbers();
}
