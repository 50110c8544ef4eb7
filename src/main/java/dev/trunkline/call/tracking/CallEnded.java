package dev.trunkline.call.tracking;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallFigures;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.outbox.DomainEvent;
import dev.trunkline.shared.phone.PhoneIdentity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The domain event {@code call.ended}, version 1, once for each call, and {@code call.amended}, each time the journal has
 * told more of a call that had ended. The payload of both, without a customer when amended, and then with the same of the
 * account that is corrected as {@code before}:
 *
 * <pre>
 *   callId, pbx, direction, outcome, queue?, withheld, agents[], customerId?, mergedInto?, recovered,
 *   from?, fromE164?, fromName?   the calling number as presented, its normal form in an inbound call, the name
 *   to?, toE164?                  what was called, its normal form in an outbound call
 *   startedAt, answeredAt?, endedAt, waitMs?, ringMs?, talkMs?, holdMs?
 * </pre>
 */
final class CallEnded {
    static final String TYPE = "call.ended";
    private static final String AMENDED = "call.amended";
    private static final int VERSION = 1;

    private CallEnded() {}

    static DomainEvent of(Call call, PhoneIdentity party, @Nullable UUID customer) {
        return DomainEvent.of(TYPE, VERSION, call.id(), endedAt(call), payload(call, party, customer));
    }

    static DomainEvent amended(Call before, PhoneIdentity partyBefore, Call call, PhoneIdentity party) {
        JsonObject payload = payload(call, party, null).put("before", payload(before, partyBefore, null));
        return DomainEvent.of(AMENDED, VERSION, call.id(), endedAt(call), payload);
    }

    private static Instant endedAt(Call call) {
        return Objects.requireNonNull(call.endedAt(), "endedAt of a call that has ended");
    }

    private static JsonObject payload(Call call, PhoneIdentity party, @Nullable UUID customer) {
        CallFigures figures = CallFigures.of(call);
        return new JsonObject()
                .put("callId", call.id())
                .put("pbx", call.pbx())
                .put("direction", Words.of(call.direction()))
                .put("outcome", Words.ofNullable(call.outcome()))
                .put("queue", call.queue())
                .put("withheld", call.withheld())
                .put("agents", new JsonArray(call.agents()))
                .put("customerId", customer == null ? null : customer.toString())
                .put("mergedInto", call.mergedInto())
                .put("recovered", call.recovered())
                .put("from", call.from())
                .put("fromE164", call.direction() == Call.Direction.INBOUND ? party.e164() : null)
                .put("fromName", call.fromName())
                .put("to", call.to())
                .put("toE164", call.direction() == Call.Direction.OUTBOUND ? party.e164() : null)
                .put("startedAt", call.startedAt().toString())
                .put(
                        "answeredAt",
                        call.answeredAt() == null ? null : call.answeredAt().toString())
                .put("endedAt", endedAt(call).toString())
                .put("waitMs", figures.waitMs())
                .put("ringMs", figures.ringMs())
                .put("talkMs", figures.talkMs())
                .put("holdMs", figures.holdMs());
    }
}
