package dev.trunkline.desk;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallChange;
import dev.trunkline.call.history.CallHistory;
import dev.trunkline.shared.phone.PhoneIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links a call to its customer by itself when the number belongs to exactly one; a person's choice is never replaced.
 * Done once a call, as soon as the number is certain: when a caller enters a queue, when an agent's phone dials. What the
 * pop will show is looked up earlier still, when a call comes in.
 */
@ApplicationScoped
class CallerIdentification {
    private static final Logger LOG = LoggerFactory.getLogger(CallerIdentification.class);

    private final CallerLookup lookup;
    private final CallHistory calls;

    /** Open calls already looked up; as many as there are open calls. */
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    CallerIdentification(CallerLookup lookup, CallHistory calls) {
        this.lookup = lookup;
        this.calls = calls;
    }

    /** Never blocks; what is found is written a moment later. */
    void on(CallChange change) {
        Call call = change.call();
        if (change instanceof CallChange.Started && call.direction() == Call.Direction.INBOUND) {
            lookup.ahead(call);
        }
        if (change instanceof CallChange.Ended) {
            done.remove(call.id());
        } else if (certain(call) && done.add(call.id())) {
            identify(call);
        }
    }

    private static boolean certain(Call call) {
        return switch (call.direction()) {
            case INBOUND -> !call.withheld() && !call.visits().isEmpty();
            case OUTBOUND -> call.to() != null;
            case INTERNAL -> false;
        };
    }

    private void identify(Call call) {
        PhoneIdentity number = lookup.otherSide(call);
        lookup.customers(number)
                .chain(found -> found.size() == 1
                        ? calls.linkCustomer(call.id(), found.getFirst().id(), null)
                        : Uni.createFrom().voidItem())
                .subscribe()
                .with(linked -> {}, failure -> LOG.warn("Call {} was not linked to its customer", call.id(), failure));
    }
}
