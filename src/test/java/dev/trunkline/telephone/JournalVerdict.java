package dev.trunkline.telephone;

import dev.trunkline.telephone.JournalCall.Leg;
import dev.trunkline.telephone.JournalCall.Segment;
import dev.trunkline.telephone.JournalCall.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the journal's rows of a call amount to as a whole. */
final class JournalVerdict {

    static final int USER_BUSY = 17;
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    private JournalVerdict() {}

    static String direction(List<Leg> legs) {
        if (legs.getFirst().agent() == null) {
            return "inbound";
        }
        return legs.getLast().agent() == null ? "outbound" : "internal";
    }

    /** @param reached whether the far end had answered an agent who called it, be it that they never talked */
    static Instant answeredAt(String direction, List<Leg> legs, List<Segment> segments, boolean reached) {
        Leg last = legs.getLast();
        if (segments.isEmpty()) {
            return reached ? last.answeredAt() : null;
        }
        return direction.equals("inbound") || last.joined()
                ? segments.getFirst().from()
                : last.answeredAt();
    }

    /** The channel that ended the call: of the caller's row, or the last one to leave by itself where the PBX ended that. */
    static String lastWord(CelRow hangup, List<Leg> legs, List<CelRow> cel) {
        String source = hangup.extra().path("hangupsource").asText();
        if (legs.stream().anyMatch(leg -> leg.channel().equals(source))) {
            return source;
        }
        return cel.stream()
                .filter(row -> row.type().equals("HANGUP")
                        && row.channel().equals(row.extra().path("hangupsource").asText()))
                .filter(row -> row.at().isAfter(hangup.at().minus(AT_ONCE)))
                .filter(row ->
                        legs.stream().anyMatch(leg -> leg.id().equals(row.uniqueId()) && leg.answeredAt() != null))
                .map(CelRow::channel)
                .reduce((first, second) -> second)
                .orElse(source);
    }

    /** CEL names the channel whose side hung up first, or something that is no channel where the PBX did. */
    static String endedBy(String direction, String source, List<Leg> legs) {
        for (Leg leg : legs) {
            if (leg.channel().equals(source)) {
                boolean caller = direction.equals("internal") ? leg.equals(legs.getFirst()) : leg.agent() == null;
                return caller ? "caller" : "agent";
            }
        }
        return "pbx";
    }

    /** Whether the PBX says that whom an agent called answered; who hangs up in that moment is in no bridge. */
    static boolean reached(String direction, CelRow hangup, List<Leg> legs) {
        return direction.equals("outbound")
                && legs.getLast().answeredAt() != null
                && hangup.extra().path("dialstatus").asText().equals("ANSWER");
    }

    static String outcome(List<Leg> legs, List<Visit> visits, List<Segment> segments, boolean reached) {
        if (!segments.isEmpty() || reached) {
            return "answered";
        }
        if (!visits.isEmpty()) {
            return visits.getLast().outcome();
        }
        return Integer.valueOf(USER_BUSY).equals(legs.getLast().cause()) ? "busy" : "no-answer";
    }
}
