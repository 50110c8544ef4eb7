package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Direction;
import dev.trunkline.call.Call.Handover;
import dev.trunkline.call.Call.Hold;
import dev.trunkline.call.Call.Outcome;
import dev.trunkline.call.Call.Party;
import dev.trunkline.call.Call.Recording;
import dev.trunkline.call.Call.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link Call} being changed by one event; lives for that event only. */
final class CallDraft {
    /** A call holds no more legs, offers of a visit, and so on than this; finished ones make room for new ones. */
    static final int LIMIT = 500;

    final String id;
    final String pbx;
    Direction direction = Direction.INBOUND;

    @Nullable
    String from;

    @Nullable
    String fromName;

    boolean withheld;

    @Nullable
    String to;

    Instant startedAt;

    @Nullable
    Instant answeredAt;

    @Nullable
    Instant endedAt;

    @Nullable
    Party endedBy;

    @Nullable
    Integer hangupCause;

    @Nullable
    Outcome outcome;

    final Map<String, LegDraft> legs = new LinkedHashMap<>();
    final List<VisitDraft> visits = new ArrayList<>();
    final List<Segment> segments;
    final List<Hold> holds;
    final List<Handover> handovers;
    final List<Recording> recordings;
    boolean recovered;

    @Nullable
    String mergedInto;

    CallDraft(String id, String pbx, Instant startedAt) {
        this.id = id;
        this.pbx = pbx;
        this.startedAt = startedAt;
        segments = new ArrayList<>();
        holds = new ArrayList<>();
        handovers = new ArrayList<>();
        recordings = new ArrayList<>();
    }

    CallDraft(Call call) {
        id = call.id();
        pbx = call.pbx();
        direction = call.direction();
        from = call.from();
        fromName = call.fromName();
        withheld = call.withheld();
        to = call.to();
        startedAt = call.startedAt();
        answeredAt = call.answeredAt();
        endedAt = call.endedAt();
        endedBy = call.endedBy();
        hangupCause = call.hangupCause();
        outcome = call.outcome();
        call.legs().forEach(leg -> legs.put(leg.id(), new LegDraft(leg)));
        call.visits().forEach(visit -> visits.add(new VisitDraft(visit)));
        segments = new ArrayList<>(call.segments());
        holds = new ArrayList<>(call.holds());
        handovers = new ArrayList<>(call.handovers());
        recordings = new ArrayList<>(call.recordings());
        recovered = call.recovered();
        mergedInto = call.mergedInto();
    }

    @Nullable
    LegDraft origin() {
        return legs.get(id);
    }

    /** The leg; when its beginning was missed it is made up now, and the call marked as recovered. */
    LegDraft leg(String legId, Instant at) {
        LegDraft known = legs.get(legId);
        if (known != null) {
            return known;
        }
        recovered = true;
        return add(legId, at);
    }

    LegDraft add(String legId, Instant at) {
        if (legs.size() >= LIMIT) {
            legs.values().stream()
                    .filter(leg -> !leg.up() && !leg.id.equals(id))
                    .findFirst()
                    .ifPresent(leg -> legs.remove(leg.id));
        }
        LegDraft leg = new LegDraft(legId, at);
        legs.put(legId, leg);
        return leg;
    }

    /** The latest stay in this queue, null when there was none. */
    @Nullable
    VisitDraft visit(String queue) {
        for (int i = visits.size() - 1; i >= 0; i--) {
            if (visits.get(i).queue.equals(queue)) {
                return visits.get(i);
            }
        }
        return null;
    }

    /** Keeps the newest of a list within {@link #LIMIT}. */
    static <T> void addBounded(List<T> list, T item) {
        if (list.size() >= LIMIT) {
            list.removeFirst();
        }
        list.add(item);
    }

    static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    Call call() {
        return new Call(
                id,
                pbx,
                direction,
                from,
                fromName,
                withheld,
                to,
                startedAt,
                answeredAt,
                endedAt,
                endedBy,
                hangupCause,
                outcome,
                legs.values().stream().map(LegDraft::leg).toList(),
                visits.stream().map(VisitDraft::visit).toList(),
                segments,
                holds,
                handovers,
                recordings,
                recovered,
                mergedInto);
    }

    /**
     * Somebody begins to talk, so whoever hung up before has left the call and not ended it. Not so the one who began it,
     * who may hang up in the very moment in which it is answered.
     */
    void talkBegins() {
        LegDraft origin = legs.get(id);
        boolean begunAndLeft = answeredAt == null && origin != null && origin.up() && endedBy == partyOf(origin);
        if (!begunAndLeft) {
            endedBy = null;
        }
    }

    /** Whose phone a leg is, for {@code endedBy}; null when its beginning was missed. */
    @Nullable
    Party partyOf(LegDraft leg) {
        if (leg.party == null && CallRules.within(leg.channel)) {
            return null;
        }
        if (direction == Direction.INTERNAL) {
            return Objects.equals(leg.id, id) ? Party.CALLER : Party.AGENT;
        }
        return leg.party == null ? Party.CALLER : Party.AGENT;
    }
}
