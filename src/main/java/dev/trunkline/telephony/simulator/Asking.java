package dev.trunkline.telephony.simulator;

import dev.trunkline.telephony.dialplan.RouteAdvice;
import dev.trunkline.telephony.dialplan.RouteQuestion;
import java.util.function.Consumer;

/** The dialplan's question where a call goes. */
@FunctionalInterface
interface Asking {
    /** There is nobody to ask: every call goes its usual way, at once. */
    Asking NOBODY = (question, answer) -> answer.accept(RouteAdvice.USUAL);

    /** The answer comes on the timeline, within a second. */
    void ask(RouteQuestion question, Consumer<RouteAdvice> answer);
}
