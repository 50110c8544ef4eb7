package dev.trunkline.desk.control;

import dev.trunkline.call.Destination;
import dev.trunkline.call.PbxCommands;
import dev.trunkline.call.PbxCommands.PbxRefused;
import dev.trunkline.call.PbxCommands.PbxUnavailable;
import dev.trunkline.call.PbxLink;
import dev.trunkline.call.history.CallHistory;
import dev.trunkline.shared.Ids;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rings a person's own phone and then dials what may be dialled. Nothing blocks. */
@ApplicationScoped
class Placing {
    private static final Logger LOG = LoggerFactory.getLogger(Placing.class);
    private static final Duration BEGINS_WITHIN = Duration.ofSeconds(3);

    private final CallsAtHand desks;
    private final CallHistory history;
    private final PbxCommands pbx;
    private final PbxLink link;

    Placing(CallsAtHand desks, CallHistory history, PbxCommands pbx, PbxLink link) {
        this.desks = desks;
        this.history = history;
        this.pbx = pbx;
        this.link = link;
    }

    /**
     * Does it.
     *
     * @param customer whom the call is with, null when that is not known; kept before the PBX is asked
     * @return the call's id
     */
    Uni<String> place(Reader who, Destination to, @Nullable UUID customer) {
        String agent = extension(who);
        String callId = link.current().pbx() + "-" + Ids.next();
        Uni<Void> known =
                customer == null ? Uni.createFrom().voidItem() : history.linkCustomer(callId, customer, who.userId());
        return known.chain(() -> told(() -> pbx.dial(callId, agent, to)))
                .invoke(() -> watch(agent, callId))
                .replaceWith(callId);
    }

    /** The PBX takes a call for a phone that is not there, and never says that nothing came of it by the call's id. */
    private void watch(String agent, String callId) {
        Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(BEGINS_WITHIN)
                .chain(() -> history.byId(callId))
                .subscribe()
                .with(
                        found -> {
                            if (found.isEmpty()) {
                                desks.notPlaced(agent);
                            }
                        },
                        failure -> LOG.warn("Whether call {} began cannot be told", callId, failure));
    }

    /**
     * The person's own.
     *
     * @throws Problem 409 for who has none
     */
    static String extension(Reader who) {
        if (who.extension() == null) {
            throw Problem.conflict("no-extension", "You have no telephone extension");
        }
        return who.extension();
    }

    /** The PBX's refusals as problems for whoever asked. */
    static <T> Uni<T> told(Supplier<Uni<T>> command) {
        return Uni.createFrom()
                .deferred(command::get)
                .onFailure(PbxUnavailable.class)
                .transform(away -> Problem.unavailable("pbx-unavailable", "The PBX cannot be reached"))
                .onFailure(PbxRefused.class)
                .transform(no -> Problem.conflict("pbx-refused", String.valueOf(no.getMessage())))
                .onFailure(IllegalArgumentException.class)
                .transform(wrong -> Problem.invalid("to", "invalid", String.valueOf(wrong.getMessage())));
    }
}
