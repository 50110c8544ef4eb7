package dev.trunkline.coaching;

import dev.trunkline.shared.problem.Problem;
import java.util.Locale;
import java.util.Map;

/** Why a call cannot be taken part in now; each is a problem of its own with status 409. */
enum Refusal {
    /** Nobody is where a phone could ring. */
    NO_PHONE("You have no telephone extension"),
    OWN_CALL("It is your own call"),
    /** The agent's phone rings, or waits. */
    NOT_IN_TALK("No agent talks in this call now"),
    SEVERAL_AGENTS("Several agents talk in this call: say which"),
    /** The coach's own. */
    YOUR_PHONE_IN_USE("Your phone rings or is in use"),
    YOUR_PHONE_UNREACHABLE("The PBX cannot ring your phone"),
    /** More than one talks to the agent, or nobody. */
    NOT_ONE_PARTY("The agent does not talk to one party alone"),
    COACHING_ALREADY("You take part in this call like that already"),
    COACHING_ANOTHER("You take part in another call"),
    NOT_NOW("That cannot be done with the call as it is"),
    NOT_WAITING("The caller does not wait in a queue any more"),
    SAME_QUEUE("The caller waits in that queue already"),
    QUEUE_CLOSED("Nobody at work serves the queue"),
    CALL_ENDED("The call is over");

    private final String why;

    Refusal(String why) {
        this.why = why;
    }

    /** The code in the problem document. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Problem problem() {
        return Problem.of(409, code(), "Conflict", why, Map.of());
    }
}
