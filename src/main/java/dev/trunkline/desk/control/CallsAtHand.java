package dev.trunkline.desk.control;

import dev.trunkline.call.Call;
import java.util.Optional;

/** The calls on an agent's desk as they are now, and a word to the agent; implemented by the desks. */
public interface CallsAtHand {

    /** The call on this agent's desk, empty when it is not there. */
    Optional<Call> call(String agent, String callId);

    /** Tells the agent that a call asked for never began, as the agent's own phone cannot be reached. */
    void notPlaced(String agent);
}
