package dev.trunkline.call;

import java.util.List;
import java.util.function.Predicate;

/** The calls going on, for whoever acts on them. Never blocks; any thread may ask. */
public interface LiveCalls {

    /** The calls that a phone of this agent, by extension, has a part in now; the one that changed last comes last. */
    List<Call> of(String agent);

    /** Those that pass a test, which must be quick: what the PBX tells waits meanwhile. In no order. */
    List<Call> where(Predicate<Call> test);
}
