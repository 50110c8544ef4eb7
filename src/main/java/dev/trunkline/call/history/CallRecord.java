package dev.trunkline.call.history;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallFigures;
import dev.trunkline.call.CallWrapUps.WrapUp;
import dev.trunkline.call.history.CallView.HandoverView;
import dev.trunkline.call.history.CallView.LegView;
import dev.trunkline.call.history.CallView.OfferView;
import dev.trunkline.call.history.CallView.RecordingView;
import dev.trunkline.call.history.CallView.SegmentView;
import dev.trunkline.call.history.CallView.VisitView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as read from the database, with what stands beside it there.
 *
 * @param partyKey normal form of the far end's number, null for none
 */
record CallRecord(
        Call call,
        @Nullable String partyKey,
        @Nullable UUID customerId,
        @Nullable UUID contactId,
        @Nullable Long wrapMs,
        List<RecordingView> recordings) {

    String id() {
        return call.id();
    }

    Instant startedAt() {
        return call.startedAt();
    }

    CallView view(
            @Nullable String customerName, @Nullable String contactName, List<UUID> tickets, @Nullable WrapUp wrapUp) {
        CallFigures figures = CallFigures.of(call);
        String e164 = partyKey != null && partyKey.startsWith("+") ? partyKey : null;
        return new CallView(
                call.id(),
                call.pbx(),
                call.direction(),
                call.from(),
                call.direction() == Call.Direction.INBOUND ? e164 : null,
                call.fromName(),
                call.withheld(),
                call.to(),
                call.direction() == Call.Direction.OUTBOUND ? e164 : null,
                call.queue(),
                call.agents(),
                call.startedAt(),
                call.answeredAt(),
                call.endedAt(),
                figures.waitMs(),
                figures.ringMs(),
                figures.talkMs(),
                figures.holdMs(),
                wrapMs,
                call.outcome(),
                call.hangupCause(),
                call.open() ? null : call.endedBy(),
                call.visits().stream().map(CallRecord::visit).toList(),
                call.segments().stream()
                        .map(one -> new SegmentView(one.agent(), one.from(), one.to()))
                        .toList(),
                call.legs().stream().map(CallRecord::leg).toList(),
                call.handovers().stream()
                        .map(one -> new HandoverView(one.kind(), one.at(), one.from(), one.to()))
                        .toList(),
                call.recovered(),
                call.mergedInto(),
                customerId,
                customerName,
                contactId,
                contactName,
                tickets,
                recordings,
                wrapUp);
    }

    private static VisitView visit(Call.Visit visit) {
        return new VisitView(
                visit.queue(),
                visit.joinedAt(),
                visit.leftAt(),
                visit.outcome(),
                visit.offers().stream()
                        .map(offer -> new OfferView(offer.agent(), offer.at(), offer.ringMs(), offer.outcome()))
                        .toList());
    }

    private static LegView leg(Call.Leg leg) {
        return new LegView(
                leg.id(),
                leg.channel(),
                leg.party(),
                leg.startedAt(),
                leg.answeredAt(),
                leg.endedAt(),
                leg.hangupCause());
    }
}
