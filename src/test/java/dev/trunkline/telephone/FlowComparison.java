package dev.trunkline.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the service tells of a call against the PBX's own journal, field by field where that knows the field. */
public final class FlowComparison {

    /** The service goes by AMI's stamps, made when an event is sent; CEL's are made when it happened. */
    private static final long CLOSE_MS = 250;

    private FlowComparison() {}

    /** Fails where the two differ. */
    public static void compare(JsonNode call, JournalCall expected) {
        assertThat(text(call, "direction")).isEqualTo(expected.direction());
        assertThat(text(call, "from")).isEqualTo(call.path("withheld").asBoolean() ? null : expected.number());
        if (!expected.dialled().equals("s")) {
            assertThat(text(call, "to")).isEqualTo(expected.dialled());
        }
        close(call, "startedAt", expected.startedAt());
        close(call, "answeredAt", expected.answeredAt());
        close(call, "endedAt", expected.endedAt());
        number(call, "hangupCause", expected.hangupCause());
        assertThat(text(call, "endedBy")).isEqualTo(expected.endedBy());
        assertThat(text(call, "outcome")).isEqualTo(expected.outcome());
        assertThat(text(call, "mergedInto")).isEqualTo(expected.mergedInto());
        legs(call, expected);
        visits(call, expected);
        segments(call, expected);
        handovers(call, expected);
    }

    private static void legs(JsonNode call, JournalCall expected) {
        List<JournalCall.Leg> byStart = expected.legs();
        each(
                sorted(call.path("legs"), Comparator.comparing(leg -> order(byStart, text(leg, "id")))),
                byStart,
                (leg, wanted) -> {
                    assertThat(text(leg, "id")).isEqualTo(wanted.id());
                    assertThat(text(leg, "channel")).isEqualTo(wanted.channel());
                    assertThat(text(leg, "party")).isEqualTo(wanted.agent());
                    close(leg, "startedAt", wanted.startedAt());
                    // A leg may be in the other call already when the PBX tells that it was answered.
                    if (expected.mergedInto() == null || leg.hasNonNull("answeredAt")) {
                        close(leg, "answeredAt", wanted.answeredAt());
                    }
                    close(leg, "endedAt", wanted.endedAt());
                    number(leg, "cause", wanted.cause());
                });
    }

    private static int order(List<JournalCall.Leg> legs, String id) {
        return legs.stream().map(JournalCall.Leg::id).toList().indexOf(id);
    }

    private static void visits(JsonNode call, JournalCall expected) {
        each(list(call.path("visits")), expected.visits(), (visit, wanted) -> {
            assertThat(text(visit, "queue")).isEqualTo(wanted.queue());
            close(visit, "joinedAt", wanted.joinedAt());
            close(visit, "leftAt", wanted.leftAt());
            assertThat(text(visit, "outcome")).isEqualTo(wanted.outcome());
            each(list(visit.path("offers")), wanted.offers(), (offer, wantedOffer) -> {
                assertThat(text(offer, "agent")).isEqualTo(wantedOffer.agent());
                assertThat(text(offer, "outcome")).isEqualTo(wantedOffer.outcome());
            });
        });
    }

    /** Two agents who talk to each other begin at the same moment: neither is first. */
    private static void segments(JsonNode call, JournalCall expected) {
        each(
                sorted(
                        call.path("segments"),
                        Comparator.comparing((JsonNode one) -> text(one, "agent"))
                                .thenComparing(one -> text(one, "from"))),
                expected.segments().stream()
                        .sorted(Comparator.comparing(JournalCall.Segment::agent)
                                .thenComparing(JournalCall.Segment::from))
                        .toList(),
                (segment, wanted) -> {
                    assertThat(text(segment, "agent")).isEqualTo(wanted.agent());
                    close(segment, "from", wanted.from());
                    close(segment, "to", wanted.to());
                });
    }

    private static void handovers(JsonNode call, JournalCall expected) {
        each(list(call.path("handovers")), expected.handovers(), (handover, wanted) -> {
            assertThat(text(handover, "kind")).isEqualTo(wanted.kind());
            close(handover, "at", wanted.at());
            // The parking space is known to AMI alone.
            if (wanted.from() != null) {
                assertThat(text(handover, "from")).isEqualTo(wanted.from());
            }
            if (wanted.to() != null) {
                assertThat(text(handover, "to")).isEqualTo(wanted.to());
            }
        });
    }

    private interface Comparison<T> {
        void compare(JsonNode actual, T expected);
    }

    private static <T> void each(List<JsonNode> actual, List<T> expected, Comparison<T> comparison) {
        assertThat(actual).as(actual + " against " + expected).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            comparison.compare(actual.get(i), expected.get(i));
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<JsonNode> sorted(JsonNode array, Comparator<JsonNode> order) {
        return list(array).stream().sorted(order).toList();
    }

    private static void number(JsonNode node, String field, Integer expected) {
        assertThat(node.hasNonNull(field) ? (Integer) node.get(field).asInt() : null)
                .as(field)
                .isEqualTo(expected);
    }

    private static void close(JsonNode node, String field, Instant expected) {
        String actual = text(node, field);
        if (expected == null) {
            assertThat(actual).as(field).isNull();
        } else {
            assertThat(actual).as(field).isNotNull();
            assertThat(Instant.parse(actual)).as(field).isCloseTo(expected, within(CLOSE_MS, ChronoUnit.MILLIS));
        }
    }

    static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
