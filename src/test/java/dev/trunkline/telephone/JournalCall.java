package dev.trunkline.telephone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param hangupCause Q.850 cause of the first leg
 * @param endedBy caller, agent or pbx
 * @param outcome answered, abandoned, overflowed, busy or no-answer
 */
public record JournalCall(
        String id,
        String direction,
        String number,
        String dialled,
        Instant startedAt,
        Instant answeredAt,
        Instant endedAt,
        int hangupCause,
        String endedBy,
        String outcome,
        List<Leg> legs,
        List<Visit> visits,
        List<Segment> segments) {

    private static final int USER_BUSY = 17;
    private static final Pattern AGENT = Pattern.compile("PJSIP/(10\\d\\d)(?:-web)?-[0-9a-f]+");

    /** One channel; {@code agent} is null for the outside, {@code answeredAt} null when it never was. */
    public record Leg(
            String id,
            String channel,
            String agent,
            Instant startedAt,
            Instant answeredAt,
            Instant endedAt,
            int cause) {}

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

    /** The finished calls of a journal, by the time they began. */
    public static List<JournalCall> read(List<CelRow> cel, List<QueueLogRow> queueLog) {
        Map<String, List<CelRow>> calls = new LinkedHashMap<>();
        cel.forEach(row ->
                calls.computeIfAbsent(row.linkedId(), id -> new ArrayList<>()).add(row));
        return calls.entrySet().stream()
                .filter(call ->
                        call.getValue().stream().anyMatch(row -> row.type().equals("LINKEDID_END")))
                .map(call -> of(
                        call.getKey(),
                        call.getValue(),
                        queueLog.stream()
                                .filter(row -> row.callId().equals(call.getKey()))
                                .toList()))
                .sorted(Comparator.comparing(JournalCall::startedAt))
                .toList();
    }

    private static JournalCall of(String id, List<CelRow> rows, List<QueueLogRow> queueLog) {
        List<Leg> legs = rows.stream()
                .filter(row -> row.type().equals("CHAN_START"))
                .map(start -> leg(start, rows))
                .toList();
        List<Segment> segments = segments(rows);
        List<Visit> visits = visits(id, rows, queueLog, segments);
        CelRow start = only(rows, "CHAN_START", id);
        CelRow hangup = only(rows, "HANGUP", id);
        String direction = direction(legs);
        return new JournalCall(
                id,
                direction,
                start.number(),
                start.extension(),
                start.at(),
                answeredAt(direction, legs, segments),
                rows.stream().map(CelRow::at).max(Comparator.naturalOrder()).orElseThrow(),
                hangup.extra().path("hangupcause").asInt(),
                endedBy(direction, hangup.extra().path("hangupsource").asText(), legs),
                outcome(legs, visits, segments),
                legs,
                visits,
                segments);
    }

    private static String direction(List<Leg> legs) {
        if (legs.getFirst().agent() == null) {
            return "inbound";
        }
        return legs.getLast().agent() == null ? "outbound" : "internal";
    }

    private static Instant answeredAt(String direction, List<Leg> legs, List<Segment> segments) {
        if (segments.isEmpty()) {
            return null;
        }
        return direction.equals("inbound")
                ? segments.getFirst().from()
                : legs.getLast().answeredAt();
    }

    /** CEL names the channel whose side hung up first, or something that is no channel where the PBX did. */
    private static String endedBy(String direction, String source, List<Leg> legs) {
        for (Leg leg : legs) {
            if (leg.channel().equals(source)) {
                boolean caller = direction.equals("internal") ? leg.equals(legs.getFirst()) : leg.agent() == null;
                return caller ? "caller" : "agent";
            }
        }
        return "pbx";
    }

    private static String outcome(List<Leg> legs, List<Visit> visits, List<Segment> segments) {
        if (!segments.isEmpty()) {
            return "answered";
        }
        if (!visits.isEmpty()) {
            return visits.getLast().outcome();
        }
        return legs.getLast().cause() == USER_BUSY ? "busy" : "no-answer";
    }

    private static Leg leg(CelRow start, List<CelRow> rows) {
        CelRow hangup = only(rows, "HANGUP", start.uniqueId());
        Instant answeredAt = rows.stream()
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
                hangup.at(),
                hangup.extra().path("hangupcause").asInt());
    }

    private static List<Visit> visits(
            String id, List<CelRow> rows, List<QueueLogRow> queueLog, List<Segment> segments) {
        List<CelRow> queueApplications = rows.stream()
                .filter(row -> row.uniqueId().equals(id) && row.application().equals("Queue"))
                .toList();
        List<Visit> visits = new ArrayList<>();
        for (CelRow joined : queueApplications) {
            if (joined.type().equals("APP_START")) {
                Instant ended = queueApplications.stream()
                        .filter(row -> row.type().equals("APP_END") && !row.at().isBefore(joined.at()))
                        .map(CelRow::at)
                        .findFirst()
                        .orElseThrow();
                Instant leftAt = segments.stream()
                        .map(Segment::from)
                        .filter(from -> from.isAfter(joined.at()) && from.isBefore(ended))
                        .findFirst()
                        .orElse(ended);
                visits.add(new Visit(queueOf(queueLog), joined.at(), leftAt, outcome(queueLog), offers(queueLog)));
            }
        }
        return visits;
    }

    private static String queueOf(List<QueueLogRow> queueLog) {
        return queueLog.getFirst().queue();
    }

    private static String outcome(List<QueueLogRow> queueLog) {
        for (QueueLogRow row : queueLog) {
            switch (row.event()) {
                case "CONNECT":
                    return "answered";
                case "ABANDON":
                    return "abandoned";
                case "EXITWITHTIMEOUT":
                    return "overflowed";
                default:
                    break;
            }
        }
        throw new IllegalArgumentException("queue_log does not say how it ended: " + queueLog);
    }

    private static List<Offer> offers(List<QueueLogRow> queueLog) {
        List<Offer> offers = new ArrayList<>();
        for (QueueLogRow row : queueLog) {
            switch (row.event()) {
                case "CONNECT" -> offers.add(new Offer(row.agent(), "answered"));
                case "RINGNOANSWER" -> offers.add(new Offer(row.agent(), "no-answer"));
                case "RINGCANCELED" -> offers.add(new Offer(row.agent(), "withdrawn"));
                default -> {}
            }
        }
        return offers;
    }

    /** From the second party's entry into a bridge to the first one's leaving it, for each agent in it. */
    private static List<Segment> segments(List<CelRow> rows) {
        Map<String, List<CelRow>> bridges = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.type().startsWith("BRIDGE_"))
                .forEach(row -> bridges.computeIfAbsent(
                                row.extra().path("bridge_id").asText(), b -> new ArrayList<>())
                        .add(row));
        List<Segment> segments = new ArrayList<>();
        for (List<CelRow> bridge : bridges.values()) {
            List<CelRow> entered = bridge.stream()
                    .filter(row -> row.type().equals("BRIDGE_ENTER"))
                    .toList();
            Instant left = bridge.stream()
                    .filter(row -> row.type().equals("BRIDGE_EXIT"))
                    .map(CelRow::at)
                    .findFirst()
                    .orElseThrow();
            if (entered.size() > 1) {
                entered.stream()
                        .map(row -> agentOf(row.channel()))
                        .filter(agent -> agent != null)
                        .forEach(agent ->
                                segments.add(new Segment(agent, entered.get(1).at(), left)));
            }
        }
        return segments;
    }

    private static CelRow only(List<CelRow> rows, String type, String uniqueId) {
        return rows.stream()
                .filter(row -> row.type().equals(type) && row.uniqueId().equals(uniqueId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + type + " of " + uniqueId + " in " + rows));
    }

    private static String agentOf(String channel) {
        Matcher agent = AGENT.matcher(channel);
        return agent.matches() ? agent.group(1) : null;
    }
}
