package dev.trunkline.telephone;

import dev.trunkline.telephone.JournalCall.Leg;
import dev.trunkline.telephone.JournalCall.Offer;
import dev.trunkline.telephone.JournalCall.Segment;
import dev.trunkline.telephone.JournalCall.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A caller's stays in queues: their times by CEL, the rest by queue_log. */
final class JournalVisits {

    private static final Pattern BEHIND_LOCAL = Pattern.compile("Local/(10\\d\\d)@agent-phone-[0-9a-f]+;1");

    private JournalVisits() {}

    static List<Visit> read(
            String id, List<CelRow> rows, List<QueueLogRow> queueLog, List<Leg> legs, List<Segment> segments) {
        List<CelRow> applications = rows.stream()
                .filter(row -> row.uniqueId().equals(id) && row.application().equals("Queue"))
                .filter(row -> row.type().startsWith("APP_"))
                .toList();
        List<List<QueueLogRow>> stays = stays(queueLog);
        List<Visit> visits = new ArrayList<>();
        for (CelRow joined : applications) {
            if (joined.type().equals("APP_START")) {
                List<QueueLogRow> told = stays.get(visits.size());
                Instant ended = applications.stream()
                        .filter(row -> row.type().equals("APP_END") && !row.at().isBefore(joined.at()))
                        .map(CelRow::at)
                        .findFirst()
                        .orElseThrow();
                Instant leftAt = segments.stream()
                        .map(Segment::from)
                        .filter(from -> from.isAfter(joined.at()) && from.isBefore(ended))
                        .findFirst()
                        .orElse(ended);
                visits.add(new Visit(
                        told.getFirst().queue(),
                        joined.at(),
                        leftAt,
                        outcome(told),
                        offers(told, legs, joined.at(), leftAt)));
            }
        }
        return visits;
    }

    /** The lines of each stay. */
    private static List<List<QueueLogRow>> stays(List<QueueLogRow> queueLog) {
        List<List<QueueLogRow>> stays = new ArrayList<>();
        for (QueueLogRow row : queueLog) {
            if (row.event().equals("ENTERQUEUE")) {
                stays.add(new ArrayList<>());
            }
            stays.getLast().add(row);
        }
        return stays;
    }

    private static String outcome(List<QueueLogRow> stay) {
        for (QueueLogRow row : stay) {
            switch (row.event()) {
                case "CONNECT":
                    return "answered";
                case "ABANDON":
                    return "abandoned";
                case "EXITWITHTIMEOUT", "WITHDRAW":
                    return "overflowed";
                default:
                    break;
            }
        }
        throw new IllegalArgumentException("queue_log does not say how it ended: " + stay);
    }

    /**
     * One for each phone the queue rang. queue_log has no line for a phone that stopped ringing because another was
     * answered, and names the member that was rung, not the colleague who picked the call up.
     */
    private static List<Offer> offers(List<QueueLogRow> stay, List<Leg> legs, Instant joinedAt, Instant leftAt) {
        List<QueueLogRow> untold = new ArrayList<>(stay);
        List<Offer> offers = new ArrayList<>();
        for (Leg leg : legs) {
            String agent = rung(leg, legs);
            if (agent != null
                    && leg.startedAt().isAfter(joinedAt)
                    && leg.startedAt().isBefore(leftAt)) {
                QueueLogRow line = untold.stream()
                        .filter(row -> row.agent().equals(agent))
                        .findFirst()
                        .orElse(null);
                untold.remove(line);
                offers.add(new Offer(agent, outcome(line, leg)));
            }
        }
        return offers;
    }

    private static String outcome(QueueLogRow line, Leg leg) {
        return switch (line == null ? "" : line.event()) {
            case "CONNECT" -> line.details().get(1).equals(leg.id()) ? "answered" : "withdrawn";
            case "RINGNOANSWER" -> Integer.valueOf(JournalVerdict.USER_BUSY).equals(leg.cause()) ? "busy" : "no-answer";
            default -> "withdrawn";
        };
    }

    /** The member of the queue whose phone it is; none for a phone behind a member's Local channel, or one that called. */
    private static String rung(Leg leg, List<Leg> legs) {
        Matcher local = BEHIND_LOCAL.matcher(leg.channel());
        if (local.matches()) {
            return local.group(1);
        }
        boolean behindLocal = legs.stream()
                .map(one -> BEHIND_LOCAL.matcher(one.channel()))
                .anyMatch(one -> one.matches() && one.group(1).equals(leg.agent()));
        return behindLocal || leg.joined() ? null : leg.agent();
    }
}
