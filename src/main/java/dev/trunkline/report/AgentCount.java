package dev.trunkline.report;

import static dev.trunkline.report.Figure.count;
import static dev.trunkline.report.Figure.duration;
import static dev.trunkline.report.Figure.percent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an agent did.
 *
 * @param outbound those of the handled calls that the agent made
 */
record AgentCount(Offers offers, Handling handling, int outbound, int transferred, int known, int again, States states)
        implements Count<AgentCount> {
    static final AgentCount NONE = new AgentCount(Offers.NONE, Handling.NONE, 0, 0, 0, 0, States.NONE);

    private static final String HANDLED = "handled";

    static final List<Figure> FIGURES = List.of(
            count("offered", "times the phone was rung for a queue's call", "agent-offered"),
            count("answered", "of these, answered", "agent-answered"),
            count("missed", "of these, not answered or busy while the caller went on waiting", "agent-missed"),
            count(HANDLED, "inbound and outbound calls in which the agent talked", HANDLED),
            count("outbound", "of these, made by the agent", "handled-outbound"),
            duration("averageHandleMs", "(talk + hold + wrap-up) / handled (AHT)", HANDLED),
            duration("averageTalkMs", "talk / handled", HANDLED),
            duration("averageHoldMs", "hold / handled", HANDLED),
            duration("averageWrapMs", "wrap-up / handled (ACW)", HANDLED),
            duration("talkMs", "talk, without hold", HANDLED),
            duration("holdMs", "hold", HANDLED),
            duration("wrapMs", "wrap-up", HANDLED),
            percent("transferRate", "handled and transferred by the agent / handled", "handed-over"),
            percent(
                    "firstCallResolution",
                    "answered for a queue, no further call of that number within 7 days / answered, number known",
                    "agent-resolved"),
            percent("occupancy", "(on call + wrap-up) / (signed in - break), by the agents' states", null),
            duration("signedInMs", "available + ringing + on call + wrap-up + break", null),
            duration("availableMs", "time available", null),
            duration("ringingMs", "time the phone rang", null),
            duration("onCallMs", "time on calls: dialling, talk and hold", null),
            duration("wrapUpMs", "time in wrap-up", null),
            duration("breakMs", "time on break", null));

    @Override
    public AgentCount plus(AgentCount other) {
        return new AgentCount(
                offers.plus(other.offers),
                handling.plus(other.handling),
                outbound + other.outbound,
                transferred + other.transferred,
                known + other.known,
                again + other.again,
                states.plus(other.states));
    }

    AgentCount with(Offers other) {
        return new AgentCount(other, handling, outbound, transferred, known, again, states);
    }

    AgentCount with(States other) {
        return new AgentCount(offers, handling, outbound, transferred, known, again, other);
    }

    @Override
    public Map<String, Number> figures() {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("offered", offers.offered());
        figures.put("answered", offers.answered());
        figures.put("missed", offers.missed());
        figures.put(HANDLED, handling.calls());
        figures.put("outbound", outbound);
        handling.into(figures);
        Handling.put(figures, "transferRate", Share.percent(transferred, handling.calls()));
        Handling.put(figures, "firstCallResolution", Share.percent(known - again, known));
        states.into(figures);
        return figures;
    }

    /** How often the phone was rung for a queue's call; where the caller gave up meanwhile it was neither answered nor missed. */
    record Offers(int offered, int answered, int missed) {
        static final Offers NONE = new Offers(0, 0, 0);

        Offers plus(Offers other) {
            return new Offers(offered + other.offered, answered + other.answered, missed + other.missed);
        }
    }

    /** Time in each state within the interval, in milliseconds. */
    record States(long availableMs, long ringingMs, long onCallMs, long wrapUpMs, long breakMs) {
        static final States NONE = new States(0, 0, 0, 0, 0);

        States plus(States other) {
            return new States(
                    availableMs + other.availableMs,
                    ringingMs + other.ringingMs,
                    onCallMs + other.onCallMs,
                    wrapUpMs + other.wrapUpMs,
                    breakMs + other.breakMs);
        }

        void into(Map<String, Number> figures) {
            long atWork = availableMs + ringingMs + onCallMs + wrapUpMs;
            Handling.put(figures, "occupancy", Share.percent(onCallMs + wrapUpMs, atWork));
            figures.put("signedInMs", atWork + breakMs);
            figures.put("availableMs", availableMs);
            figures.put("ringingMs", ringingMs);
            figures.put("onCallMs", onCallMs);
            figures.put("wrapUpMs", wrapUpMs);
            figures.put("breakMs", breakMs);
        }
    }
}
