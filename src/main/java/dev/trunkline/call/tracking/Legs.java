package dev.trunkline.call.tracking;

import static dev.trunkline.call.tracking.CallDraft.latest;

import dev.trunkline.call.Call.Direction;
import dev.trunkline.call.CallEvent.CallerPresented;
import dev.trunkline.call.CallEvent.DialEnded;
import dev.trunkline.call.CallEvent.DialStarted;
import dev.trunkline.call.CallEvent.DialStatus;
import dev.trunkline.call.CallEvent.LegStarted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What events say of single channels, and what follows from them for the call: whose it is and which way it goes. */
final class Legs {
    private static final int NAME_LIMIT = 200;
    private static final int NUMBER_LIMIT = 64;

    private Legs() {}

    static void started(CallDraft call, LegStarted event, Instant at, CallRules rules) {
        LegDraft leg = call.legs.get(event.legId());
        if (leg == null) {
            leg = call.add(event.legId(), at);
        } else if (!leg.channel.isEmpty()) {
            return;
        } else if (leg.untouched()) {
            leg.startedAt = at;
        }
        leg.channel = event.channel();
        leg.entered = event.dialled() != null;
        if (leg.party == null) {
            leg.party = rules.agentOf(event.channel(), event.context());
        }
        if (event.legId().equals(call.id)) {
            begin(call, leg, event);
        }
        direct(call, rules);
    }

    private static void begin(CallDraft call, LegDraft leg, LegStarted event) {
        if (event.at().isBefore(call.startedAt)) {
            call.startedAt = event.at();
        }
        if (event.at().isBefore(leg.startedAt)) {
            leg.startedAt = event.at();
        }
        call.withheld |= event.withheld();
        if (!call.withheld) {
            String number = plain(event.callerNumber(), NUMBER_LIMIT);
            call.from = number == null ? leg.party : number;
            call.fromName = plain(event.callerName(), NAME_LIMIT);
        }
        if (call.to == null) {
            call.to = plain(event.dialled(), NUMBER_LIMIT);
        }
    }

    static void presented(CallDraft call, CallerPresented event) {
        if (!event.legId().equals(call.id)) {
            return;
        }
        String did = plain(event.did(), NUMBER_LIMIT);
        if (did != null) {
            call.to = did;
        }
        call.withheld = event.withheld();
        if (event.withheld()) {
            call.from = null;
            call.fromName = null;
        }
    }

    static void dialStarted(CallDraft call, DialStarted event, Instant at, CallRules rules) {
        LegDraft leg = call.leg(event.destLegId(), at);
        if (leg.dialledAt == null && leg.up()) {
            leg.dialledAt = latest(leg.startedAt, at);
        }
        LegDraft origin = call.origin();
        if (call.to == null && origin != null && origin.party != null && leg != origin) {
            call.to = plain(number(event.dialString()), NUMBER_LIMIT);
        }
        direct(call, rules);
    }

    static void dialEnded(CallDraft call, DialEnded event, Instant at) {
        LegDraft leg = call.legs.get(event.destLegId());
        if (leg == null || leg.dialStatus != null) {
            return;
        }
        leg.dialStatus = event.status();
        if (event.status() == DialStatus.ANSWER && leg.up()) {
            reached(call, leg, at);
        }
    }

    static void ringing(CallDraft call, String legId, Instant at) {
        LegDraft leg = call.leg(legId, at);
        if (leg.ringingAt == null && leg.answeredAt == null && leg.up()) {
            leg.ringingAt = latest(leg.startedAt, at);
        }
    }

    static void answered(CallDraft call, String legId, Instant at) {
        LegDraft leg = call.leg(legId, at);
        if (leg.answeredAt == null && leg.up()) {
            leg.answeredAt = latest(leg.startedAt, at);
            reached(call, leg, at);
        }
    }

    /**
     * The far end of a dialled leg was reached, as two events tell, in either order. An agent offered a queue call is reached
     * with AgentConnected only.
     */
    private static void reached(CallDraft call, LegDraft leg, Instant at) {
        boolean told = leg.answeredAt != null && leg.dialStatus != null;
        boolean offered = call.visits.stream()
                .anyMatch(visit -> visit.offers.stream().anyMatch(offer -> leg.id.equals(offer.legId())));
        if (!told && leg.dialledAt != null && !leg.id.equals(call.id) && !offered && !CallRules.within(leg.channel)) {
            call.talkBegins();
            if (call.answeredAt == null) {
                call.answeredAt = at;
            }
        }
    }

    /**
     * Which way the call goes. A customer's leg that began it makes it inbound. A call begun by an agent's phone is
     * outbound once a leg goes outside, internal while only agents' phones are in it; before anything is dialled the
     * number's form decides: extensions and feature codes are inside.
     */
    static void direct(CallDraft call, CallRules rules) {
        LegDraft origin = call.origin();
        if (origin == null || origin.party == null) {
            call.direction = Direction.INBOUND;
            return;
        }
        boolean outside = false;
        boolean agents = false;
        for (LegDraft leg : call.legs.values()) {
            if (leg != origin) {
                outside |= leg.outside();
                agents |= leg.party != null;
            }
        }
        boolean extension = call.to != null
                && (call.to.startsWith("*") || rules.agentOfEndpoint().apply(call.to) != null);
        extension |= call.mergedInto != null;
        call.direction = outside || !(agents || extension) ? Direction.OUTBOUND : Direction.INTERNAL;
    }

    /** The number of a dial string such as {@code PJSIP/13800138000@lab}. */
    private static @Nullable String number(@Nullable String dialString) {
        if (dialString == null) {
            return null;
        }
        String tail = dialString.substring(dialString.lastIndexOf('/') + 1);
        int at = tail.indexOf('@');
        return at < 0 ? tail : tail.substring(0, at);
    }

    /** The text within bounds and without control characters, null when nothing is left. */
    private static @Nullable String plain(@Nullable String text, int limit) {
        if (text == null) {
            return null;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .filter(point -> !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE)
                .limit(limit)
                .forEach(plain::appendCodePoint);
        String stripped = plain.toString().strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
