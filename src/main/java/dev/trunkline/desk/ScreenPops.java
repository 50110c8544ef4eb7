package dev.trunkline.desk;

import dev.trunkline.call.Call;
import dev.trunkline.shared.phone.PhoneIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the customer on the screen of the agent being rung, and of nobody else, with the tickets that this one may see.
 *
 * <p>A look-up that takes longer than {@code trunkline.pop.patience} does not hold the pop up: it goes out with the
 * caller alone and is completed by a second one.
 */
@ApplicationScoped
class ScreenPops {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenPops.class);

    private final CallerLookup lookup;
    private final Desks desks;
    private final Duration patience;
    private final DeskFigures figures;

    ScreenPops(
            CallerLookup lookup,
            Desks desks,
            @ConfigProperty(name = "trunkline.pop.patience", defaultValue = "200ms") Duration patience,
            DeskFigures figures) {
        this.lookup = lookup;
        this.desks = desks;
        this.patience = patience;
        this.figures = figures;
    }

    /** The call is offered to the agent: the pop goes out as soon as it is known who calls. Never blocks. */
    void offered(Call call, Call.Offer offer) {
        popUp(call, offer.agent(), offer.at(), () -> figures.popped(offer.at()));
    }

    /** The call comes to the agent from a colleague: the same pop as for an offer. Never blocks. */
    void handedOn(Call call, String agent, Instant ringingAt) {
        popUp(call, agent, ringingAt, () -> {});
    }

    private void popUp(Call call, String agent, Instant ringingAt, Runnable out) {
        AgentDesk desk = desks.of(agent);
        FullPop bare = pop(call, ringingAt, CallerLookup.Found.NOTHING, false);
        desk.put(bare);
        Uni<FullPop> full = lookup.find(call)
                .map(found -> pop(call, ringingAt, found, true))
                .memoize()
                .indefinitely();
        full.ifNoItem()
                .after(patience)
                .recoverWithItem(() -> {
                    figures.late();
                    full.subscribe().with(pop -> show(desk, pop), failure -> stayedBare(call, failure));
                    return bare;
                })
                .subscribe()
                .with(
                        pop -> {
                            figures.sent();
                            show(desk, pop);
                            out.run();
                        },
                        failure -> {
                            stayedBare(call, failure);
                            show(desk, bare);
                        });
    }

    /** The customer of a call was chosen: every desk that shows the call shows the choice. */
    Uni<Void> chosen(Call call) {
        return lookup.now(call)
                .invoke(found -> desks.showing(call.id())
                        .forEach(desk -> desk.pop(call.id())
                                .ifPresent(shown ->
                                        show(desk, pop(call, shown.call().ringingAt(), found, true)))))
                .replaceWithVoid();
    }

    /** Shows the pop unless the call has gone elsewhere meanwhile. */
    private void show(AgentDesk desk, FullPop pop) {
        if (desk.replace(pop)) {
            desks.send(desk, new DeskMessage.Popped(pop.seenBy(desk.reader())));
        }
    }

    private void stayedBare(Call call, Throwable failure) {
        figures.incomplete();
        LOG.warn("Call {} pops with the caller alone: the look-up failed", call.id(), failure);
    }

    private FullPop pop(Call call, Instant ringingAt, CallerLookup.Found found, boolean complete) {
        PhoneIdentity number = lookup.otherSide(call);
        boolean inbound = call.direction() == Call.Direction.INBOUND;
        Instant joined = call.visits().isEmpty()
                ? call.startedAt()
                : call.visits().getLast().joinedAt();
        return new FullPop(
                new Pop.Ringing(
                        call.id(),
                        call.direction().name().toLowerCase(Locale.ROOT),
                        call.queue(),
                        inbound ? call.to() : null,
                        call.withheld() ? null : call.from(),
                        ringingAt,
                        Math.max(0, Duration.between(joined, ringingAt).toMillis())),
                new Pop.Caller(
                        call.withheld() ? null : inbound ? call.from() : call.to(),
                        number == null ? null : number.e164(),
                        call.withheld() ? null : call.fromName(),
                        call.withheld()),
                found,
                complete);
    }
}
