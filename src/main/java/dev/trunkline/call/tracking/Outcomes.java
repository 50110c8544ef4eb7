package dev.trunkline.call.tracking;

import dev.trunkline.call.Call.Direction;
import dev.trunkline.call.Call.Outcome;
import dev.trunkline.call.Call.Party;
import dev.trunkline.call.Call.VisitOutcome;
import dev.trunkline.call.CallEvent.DialStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a call that is over ended. Somebody talked to the caller, or it became part of another call: answered. Else the last queue decides, else the last
 * phone that was dialled.
 *
 * <p>Where the one who dialled gave up first (DIALSTATUS CANCEL), it is no-answer whatever the phone says after that.
 * Else the phone's word counts, from the SIP status where there is one, else Q.850, else DIALSTATUS:
 *
 * <pre>
 *   486 600 603, 17 21, BUSY                                  busy (603 and 21: declined by hand)
 *   404 410 484 604 5xx, 1 2 3 22 27 28 34 38 41 42 58,
 *   CONGESTION CHANUNAVAIL                                    failed
 *   408 480 487, 0 16 18 19 20 26 31, NOANSWER                no-answer
 * </pre>
 */
final class Outcomes {
    private static final Pattern SIP_STATUS = Pattern.compile("\\b([3-6][0-9]{2})\\b");
    private static final Set<Integer> BUSY_STATUS = Set.of(486, 600, 603);
    private static final Set<Integer> BUSY_CAUSES = Set.of(17, 21);
    private static final Set<Integer> FAILED_STATUS = Set.of(404, 410, 484, 604);
    private static final Set<Integer> FAILED_CAUSES = Set.of(1, 2, 3, 22, 27, 28, 34, 38, 41, 42, 58);

    private Outcomes() {}

    /**
     * @param end when the last leg was gone
     * @param unseen whether the end was found out after a gap, not seen
     */
    static Outcome of(CallDraft call, Instant end, CallRules rules, boolean unseen) {
        if (call.answeredAt != null || call.mergedInto != null) {
            return Outcome.ANSWERED;
        }
        if (!call.visits.isEmpty()) {
            return ofVisit(call.visits.getLast(), rules);
        }
        LegDraft dialled = lastDialled(call);
        if (unseen && (dialled == null || dialled.dialStatus == null)) {
            return Outcome.INTERRUPTED;
        }
        if (call.direction == Direction.INBOUND && call.endedBy == Party.CALLER) {
            return abandoned(null, call.startedAt, end, rules);
        }
        if (dialled != null) {
            return ofDial(dialled);
        }
        return call.endedBy == Party.CALLER || call.endedBy == Party.AGENT ? Outcome.NO_ANSWER : Outcome.FAILED;
    }

    private static Outcome ofVisit(VisitDraft visit, CallRules rules) {
        VisitOutcome outcome = visit.outcome;
        if (outcome == null || visit.leftAt == null) {
            return Outcome.INTERRUPTED;
        }
        return switch (outcome) {
            case ANSWERED -> Outcome.ANSWERED;
            case OVERFLOWED -> Outcome.OVERFLOWED;
            case ABANDONED -> abandoned(visit.queue, visit.joinedAt, visit.leftAt, rules);
        };
    }

    private static Outcome abandoned(@Nullable String queue, Instant from, Instant to, CallRules rules) {
        long waited = Duration.between(from, to).toMillis();
        return waited < rules.shortAbandonMs().applyAsLong(queue) ? Outcome.SHORT_ABANDONED : Outcome.ABANDONED;
    }

    private static @Nullable LegDraft lastDialled(CallDraft call) {
        LegDraft last = null;
        for (LegDraft leg : call.legs.values()) {
            boolean begun = leg.id.equals(call.id);
            if (leg.dialledAt != null && (!begun || last == null)) {
                last = leg;
            }
        }
        return last;
    }

    static Outcome ofDial(LegDraft leg) {
        if (leg.dialStatus == DialStatus.CANCEL) {
            return Outcome.NO_ANSWER;
        }
        int status = status(leg.techCause);
        int cause = leg.hangupCause == null ? 0 : leg.hangupCause;
        if (BUSY_STATUS.contains(status) || BUSY_CAUSES.contains(cause) || leg.dialStatus == DialStatus.BUSY) {
            return Outcome.BUSY;
        }
        if (FAILED_STATUS.contains(status) || (status >= 500 && status < 600) || FAILED_CAUSES.contains(cause)) {
            return Outcome.FAILED;
        }
        return leg.dialStatus == DialStatus.CONGESTION || leg.dialStatus == DialStatus.CHANUNAVAIL
                ? Outcome.FAILED
                : Outcome.NO_ANSWER;
    }

    private static int status(@Nullable String techCause) {
        if (techCause == null) {
            return 0;
        }
        Matcher found = SIP_STATUS.matcher(techCause);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
