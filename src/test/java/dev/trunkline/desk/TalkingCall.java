package dev.trunkline.desk;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallChange;
import dev.trunkline.shared.Ids;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** News of a customer's call that an agent has taken, as the tracker gives them. */
final class TalkingCall {
    private TalkingCall() {}

    /** The agent's phone was taken into use and talks to the customer. */
    static CallChange taken(String call, String extension) {
        return taken(call, extension, "13800138000");
    }

    /** The same of a customer with this number. */
    static CallChange taken(String call, String extension, String customer) {
        Call.Leg agent = leg(call, extension);
        Call talking = new Call(
                call,
                "pbx1",
                Call.Direction.INBOUND,
                customer,
                null,
                false,
                "4008001000",
                Instant.now(),
                Instant.now(),
                null,
                null,
                null,
                null,
                List.of(leg(call, null), agent),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                null);
        return new CallChange.PhoneBusy(Ids.next(), talking, Instant.now(), agent);
    }

    private static Call.Leg leg(String call, @Nullable String party) {
        Instant now = Instant.now();
        return new Call.Leg(
                party == null ? call : call + "-agent",
                party == null ? "PJSIP/lab-00000001" : "PJSIP/" + party + "-web-00000002",
                party,
                party == null,
                now,
                null,
                null,
                now,
                null,
                null,
                null,
                null,
                "bridge-" + call,
                now);
    }
}
