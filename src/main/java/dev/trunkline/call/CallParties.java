package dev.trunkline.call;

import dev.trunkline.shared.phone.PhoneIdentity;
import dev.trunkline.shared.phone.PhoneNumbers;
import jakarta.inject.Singleton;

/** Who the far end of a call is, by number: an inbound caller is read in the region of the DID that was called. */
@Singleton
public final class CallParties {
    private final PhoneNumbers numbers;
    private final QueuePolicies queues;

    CallParties(PhoneNumbers numbers, QueuePolicies queues) {
        this.numbers = numbers;
        this.queues = queues;
    }

    /** The caller of an inbound call, the one who was dialled in any other. */
    public PhoneIdentity of(Call call) {
        if (call.direction() != Call.Direction.INBOUND) {
            return numbers.normalise(call.to());
        }
        String from = call.withheld() ? null : call.from();
        return call.to() == null ? numbers.normalise(from) : numbers.normalise(from, queues.regionOfDid(call.to()));
    }
}
