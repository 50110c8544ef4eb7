package dev.trunkline.telephony.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.trunkline.call.Call;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Two accounts of a call, compared in every field that the PBX's journal carries. */
final class SameCall {
    /** AMI stamps an event when it is sent, CEL when it happened. */
    private static final long CLOSE_MS = 100;

    private static final Set<Call.HandoverKind> PARKING =
            Set.of(Call.HandoverKind.PARKED, Call.HandoverKind.UNPARKED, Call.HandoverKind.PARK_RETURNED);

    private SameCall() {}

    static void assertSame(Call told, Call seen) {
        assertThat(told.direction()).isEqualTo(seen.direction());
        if (!seen.withheld()) {
            assertThat(told.from()).isEqualTo(seen.from());
        }
        assertThat(told.to()).isEqualTo(seen.to());
        assertThat(told.outcome()).isEqualTo(seen.outcome());
        assertThat(told.endedBy()).isEqualTo(seen.endedBy());
        assertThat(told.hangupCause()).isEqualTo(seen.hangupCause());
        close(told.startedAt(), seen.startedAt());
        close(told.answeredAt(), seen.answeredAt());
        close(told.endedAt(), seen.endedAt());
        assertThat(told.legs()).hasSameSizeAs(seen.legs());
        for (int i = 0; i < seen.legs().size(); i++) {
            compare(told.legs().get(i), seen.legs().get(i));
        }
        assertThat(told.visits()).hasSameSizeAs(seen.visits());
        for (int i = 0; i < seen.visits().size(); i++) {
            compare(told.visits().get(i), seen.visits().get(i));
        }
        assertThat(told.mergedInto()).isEqualTo(seen.mergedInto());
        assertThat(told.handovers())
                .extracting(Call.Handover::kind)
                .containsExactlyElementsOf(
                        seen.handovers().stream().map(Call.Handover::kind).toList());
        for (int i = 0; i < seen.handovers().size(); i++) {
            Call.Handover handover = seen.handovers().get(i);
            close(told.handovers().get(i).at(), handover.at());
            // The parking space is known to AMI alone.
            if (!PARKING.contains(handover.kind())) {
                assertThat(told.handovers().get(i).from()).isEqualTo(handover.from());
                assertThat(told.handovers().get(i).to()).isEqualTo(handover.to());
            }
        }
        assertThat(told.segments())
                .extracting(Call.Segment::agent, Call.Segment::legId)
                .containsExactlyElementsOf(seen.segments().stream()
                        .map(segment -> tuple(segment.agent(), segment.legId()))
                        .toList());
        for (int i = 0; i < seen.segments().size(); i++) {
            close(told.segments().get(i).from(), seen.segments().get(i).from());
            close(told.segments().get(i).to(), seen.segments().get(i).to());
        }
    }

    private static void compare(Call.Leg told, Call.Leg seen) {
        assertThat(told.id()).isEqualTo(seen.id());
        assertThat(told.channel()).isEqualTo(seen.channel());
        assertThat(told.party()).isEqualTo(seen.party());
        assertThat(told.entered()).isEqualTo(seen.entered());
        assertThat(told.hangupCause()).isEqualTo(seen.hangupCause());
        assertThat(told.dialledAt() == null).isEqualTo(seen.dialledAt() == null);
        close(told.startedAt(), seen.startedAt());
        close(told.answeredAt(), seen.answeredAt());
        close(told.endedAt(), seen.endedAt());
    }

    private static void compare(Call.Visit told, Call.Visit seen) {
        assertThat(told.queue()).isEqualTo(seen.queue());
        assertThat(told.outcome()).isEqualTo(seen.outcome());
        close(told.joinedAt(), seen.joinedAt());
        close(told.leftAt(), seen.leftAt());
        assertThat(told.offers())
                .extracting(Call.Offer::agent, Call.Offer::legId, Call.Offer::outcome)
                .containsExactlyElementsOf(seen.offers().stream()
                        .map(offer -> tuple(offer.agent(), offer.legId(), offer.outcome()))
                        .toList());
        for (int i = 0; i < seen.offers().size(); i++) {
            close(told.offers().get(i).at(), seen.offers().get(i).at());
            assertThat(told.offers().get(i).ringMs())
                    .isCloseTo(seen.offers().get(i).ringMs(), within(CLOSE_MS));
        }
    }

    private static void close(Instant told, Instant seen) {
        if (seen == null) {
            assertThat(told).isNull();
        } else {
            assertThat(told).isCloseTo(seen, within(CLOSE_MS, ChronoUnit.MILLIS));
        }
    }
}
