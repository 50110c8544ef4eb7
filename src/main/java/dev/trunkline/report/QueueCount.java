package dev.trunkline.report;

import static dev.trunkline.report.Figure.count;
import static dev.trunkline.report.Figure.duration;
import static dev.trunkline.report.Figure.percent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a queue did.
 *
 * @param longestWaitMs of those who do not wait any more, whatever became of them
 * @param handling what agents did in calls of the queue that are over
 * @param transferred answered calls that were transferred afterwards
 * @param known answered callers whose number is known
 * @param again those of them who called again within the week
 */
record QueueCount(Tally stays, long longestWaitMs, Handling handling, int transferred, int known, int again)
        implements Count<QueueCount> {
    private static final String ANSWERED = "answered";
    private static final String IN_TIME = "answered-in-time";

    static final List<Figure> FIGURES = List.of(
            count("offered", "stays that began in the interval", "offered"),
            count(ANSWERED, "of these, answered by an agent", ANSWERED),
            count("answeredInTime", "answered after at most the queue's service level seconds", IN_TIME),
            count("abandoned", "callers who gave up, short abandons apart", "abandoned"),
            count("shortAbandoned", "callers who gave up sooner than the queue's short abandon", "short-abandoned"),
            count("overflowed", "callers whom the queue passed on or turned away", "overflowed"),
            percent("serviceLevel", "answeredInTime / (offered - shortAbandoned)", IN_TIME),
            duration("averageAnswerMs", "wait of the answered / answered (ASA)", ANSWERED),
            duration("longestWaitMs", "longest wait of those who wait no more", "offered"),
            duration("averageHandleMs", "(talk + hold + wrap-up) / handled (AHT)", ANSWERED),
            duration("averageTalkMs", "talk / handled", ANSWERED),
            duration("averageHoldMs", "hold / handled", ANSWERED),
            duration("averageWrapMs", "wrap-up / handled (ACW)", ANSWERED),
            duration("talkMs", "talk of all agents, without hold", ANSWERED),
            duration("holdMs", "hold", ANSWERED),
            duration("wrapMs", "wrap-up", ANSWERED),
            percent("transferRate", "answered and then transferred / answered", "transferred"),
            percent(
                    "firstCallResolution",
                    "answered, no further call of that number to a queue within 7 days / answered, number known",
                    "resolved"));

    static QueueCount of(Tally stays, long longestWaitMs, int transferred, int known, int again) {
        return new QueueCount(stays, longestWaitMs, Handling.NONE, transferred, known, again);
    }

    static QueueCount of(Handling handling) {
        return new QueueCount(Tally.NONE, 0, handling, 0, 0, 0);
    }

    @Override
    public QueueCount plus(QueueCount other) {
        return new QueueCount(
                stays.plus(other.stays),
                Math.max(longestWaitMs, other.longestWaitMs),
                handling.plus(other.handling),
                transferred + other.transferred,
                known + other.known,
                again + other.again);
    }

    @Override
    public Map<String, Number> figures() {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("offered", stays.offered());
        figures.put(ANSWERED, stays.answered());
        figures.put("answeredInTime", stays.answeredInTime());
        figures.put("abandoned", stays.abandoned());
        figures.put("shortAbandoned", stays.shortAbandoned());
        figures.put("overflowed", stays.overflowed());
        Handling.put(figures, "serviceLevel", stays.serviceLevel());
        Handling.put(figures, "averageAnswerMs", stays.averageAnswerMs());
        figures.put("longestWaitMs", longestWaitMs);
        handling.into(figures);
        Handling.put(figures, "transferRate", Share.percent(transferred, stays.answered()));
        Handling.put(figures, "firstCallResolution", Share.percent(known - again, known));
        return figures;
    }
}
