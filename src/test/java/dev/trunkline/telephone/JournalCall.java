package dev.trunkline.telephone;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call as Asterisk's own journal tells it: what any other account of the call has to agree with. Made from CEL and
 * queue_log alone, by rules much simpler than the service's.
 *
 * @param id the linkedid
 * @param number the caller's number, withheld or not
 * @param dialled the extension the first leg came in by
 * @param direction inbound, outbound or internal
 * @param answeredAt when a customer was first with an agent, or the one called from inside answered; null if never
 * @param hangupCause Q.850 cause of the first leg, null when that went into another call
 * @param endedBy caller, agent or pbx; null for a call that became part of another
 * @param outcome answered, abandoned, overflowed, busy or no-answer
 * @param mergedInto the call it became part of
 */
public record JournalCall(
        String id,
        String direction,
        String number,
        String dialled,
        Instant startedAt,
        Instant answeredAt,
        Instant endedAt,
        Integer hangupCause,
        String endedBy,
        String outcome,
        String mergedInto,
        List<Leg> legs,
        List<Visit> visits,
        List<Segment> segments,
        List<Handover> handovers) {

    private static final Pattern AGENT = Pattern.compile("PJSIP/(10\\d\\d)(?:-web)?-[0-9a-f]+");

    /**
     * One channel.
     *
     * @param agent null for the outside
     * @param answeredAt null when it never was
     * @param endedAt when it was gone, or in another call
     * @param cause null when it went into another call
     * @param joined whether it came from another call
     */
    public record Leg(
            String id,
            String channel,
            String agent,
            Instant startedAt,
            Instant answeredAt,
            Instant endedAt,
            Integer cause,
            boolean joined) {}

    /**
     * A stay in a queue.
     *
     * @param leftAt when the caller was with an agent, or left
     * @param outcome answered, abandoned or overflowed
     */
    public record Visit(String queue, Instant joinedAt, Instant leftAt, String outcome, List<Offer> offers) {}

    /** An agent's phone was rung; {@code outcome} is answered, no-answer or withdrawn. */
    public record Offer(String agent, String outcome) {}

    /** An agent and somebody else were together. */
    public record Segment(String agent, Instant from, Instant to) {}

    /** The call changed hands; the number of a parking space is in no row, so that it is null here. */
    public record Handover(String kind, Instant at, String from, String to) {}

    /** The finished calls of a journal, by the time they began. */
    public static List<JournalCall> read(List<CelRow> cel, List<QueueLogRow> queueLog) {
        JournalTalk talk = new JournalTalk(cel);
        return talk.calls().stream()
                .filter(id -> talk.channelsOf(id).stream().allMatch(channel -> over(channel, id, cel)))
                .map(id -> of(id, talk, cel, queueLog))
                .sorted(Comparator.comparing(JournalCall::startedAt))
                .toList();
    }

    private static boolean over(JournalTalk.Channel channel, String call, List<CelRow> cel) {
        return JournalTalk.left(channel, call) != null
                || cel.stream()
                        .anyMatch(row -> row.type().equals("CHAN_END")
                                && row.uniqueId().equals(channel.start().uniqueId()));
    }

    private static JournalCall of(String id, JournalTalk talk, List<CelRow> cel, List<QueueLogRow> queueLog) {
        List<Leg> legs = talk.channelsOf(id).stream()
                .map(channel -> leg(channel, id, cel))
                .toList();
        List<QueueLogRow> queued =
                queueLog.stream().filter(row -> row.callId().equals(id)).toList();
        List<Segment> segments = talk.segments(id);
        List<Visit> visits = JournalVisits.read(id, cel, queued, legs, segments);
        String mergedInto = talk.mergedInto(id);
        CelRow start = only(cel, "CHAN_START", id);
        CelRow hangup = only(cel, "HANGUP", id);
        boolean leftItself = legs.getFirst().endedAt().isBefore(hangup.at());
        String direction = JournalVerdict.direction(legs);
        boolean reached = JournalVerdict.reached(direction, hangup, legs);
        return new JournalCall(
                id,
                direction,
                start.number(),
                start.extension(),
                start.at(),
                JournalVerdict.answeredAt(direction, legs, segments, reached),
                legs.stream().map(Leg::endedAt).max(Comparator.naturalOrder()).orElseThrow(),
                leftItself ? null : (Integer) hangup.extra().path("hangupcause").asInt(),
                mergedInto != null
                        ? null
                        : JournalVerdict.endedBy(direction, JournalVerdict.lastWord(hangup, legs, cel), legs),
                mergedInto != null ? "answered" : JournalVerdict.outcome(legs, visits, segments, reached),
                mergedInto,
                legs,
                visits,
                segments,
                JournalHandovers.read(
                        cel.stream()
                                .filter(row ->
                                        legs.stream().anyMatch(leg -> leg.id().equals(row.uniqueId())))
                                .filter(row -> row.linkedId().equals(id))
                                .toList(),
                        cel));
    }

    private static Leg leg(JournalTalk.Channel channel, String call, List<CelRow> cel) {
        CelRow start = channel.start();
        CelRow hangup = only(cel, "HANGUP", start.uniqueId());
        Instant left = JournalTalk.left(channel, call);
        Instant answeredAt = cel.stream()
                .filter(row -> row.type().equals("ANSWER") && row.uniqueId().equals(start.uniqueId()))
                .map(CelRow::at)
                .findFirst()
                .orElse(null);
        return new Leg(
                start.uniqueId(),
                start.channel(),
                agentOf(start.channel()),
                start.at(),
                answeredAt,
                left == null ? hangup.at() : left,
                left == null ? (Integer) hangup.extra().path("hangupcause").asInt() : null,
                !start.linkedId().equals(call));
    }

    static CelRow only(List<CelRow> rows, String type, String uniqueId) {
        return rows.stream()
                .filter(row -> row.type().equals(type) && row.uniqueId().equals(uniqueId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + type + " of " + uniqueId + " in " + rows));
    }

    static String agentOf(String channel) {
        Matcher agent = AGENT.matcher(channel);
        return agent.matches() ? agent.group(1) : null;
    }
}
