package dev.trunkline.call.tracking;

import dev.trunkline.call.Call.Leg;
import dev.trunkline.call.CallEvent.DialStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link Leg} being changed by one event. */
final class LegDraft {
    final String id;
    String channel = "";

    @Nullable
    String party;

    boolean entered;
    Instant startedAt;

    @Nullable
    Instant dialledAt;

    @Nullable
    Instant ringingAt;

    @Nullable
    Instant answeredAt;

    @Nullable
    Instant endedAt;

    @Nullable
    Integer hangupCause;

    @Nullable
    String techCause;

    @Nullable
    DialStatus dialStatus;

    @Nullable
    String bridge;

    @Nullable
    Instant bridgeAt;

    LegDraft(String id, Instant startedAt) {
        this.id = id;
        this.startedAt = startedAt;
    }

    LegDraft(Leg leg) {
        id = leg.id();
        channel = leg.channel();
        party = leg.party();
        entered = leg.entered();
        startedAt = leg.startedAt();
        dialledAt = leg.dialledAt();
        ringingAt = leg.ringingAt();
        answeredAt = leg.answeredAt();
        endedAt = leg.endedAt();
        hangupCause = leg.hangupCause();
        techCause = leg.techCause();
        dialStatus = leg.dialStatus();
        bridge = leg.bridge();
        bridgeAt = leg.bridgeAt();
    }

    boolean up() {
        return endedAt == null;
    }

    /** Whether nothing is known of it but that it is there. */
    boolean untouched() {
        return dialledAt == null && ringingAt == null && answeredAt == null && endedAt == null && bridgeAt == null;
    }

    /** Whether a telephone of somebody who is no agent is behind it. */
    boolean outside() {
        return party == null && !CallRules.within(channel);
    }

    Leg leg() {
        return new Leg(
                id,
                channel,
                party,
                entered,
                startedAt,
                dialledAt,
                ringingAt,
                answeredAt,
                endedAt,
                hangupCause,
                techCause,
                dialStatus,
                bridge,
                bridgeAt);
    }
}
