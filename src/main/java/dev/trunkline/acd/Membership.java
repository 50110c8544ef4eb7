package dev.trunkline.acd;

import dev.trunkline.call.PbxState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the PBX's queues in line with agents' states. The PBX is told of each change; told again of everything when the
 * link comes up; and corrected when what it says of a member contradicts the state, until it does not any more: how soon
 * and how often is {@link Pace}'s to say. On {@link AgentContext} only.
 */
@ApplicationScoped
// Its figures are told from the start, so that a rule can watch the first one.
@Startup
class Membership {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

    private final Placement placement;
    private final AgentContext context;
    private final AgentNews news;
    private final Clock clock;
    private final Counter disagreements;
    private boolean up;

    Membership(Placement placement, AgentContext context, AgentNews news, Clock clock, MeterRegistry meters) {
        this.placement = placement;
        this.context = context;
        this.news = news;
        this.clock = clock;
        this.disagreements = Counter.builder("trunkline_agent_disagreements")
                .description("Times the PBX had an agent otherwise than wanted for longer than five seconds")
                .register(meters);
    }

    boolean up() {
        return up;
    }

    /** The state may have changed: tells the PBX when it makes a difference to it. */
    void stateChanged(Seat seat) {
        if (seat.pending()) {
            tell(seat);
        }
    }

    /** The agent's queues or the PBX's memory changed: tells it whatever it was told before. */
    void inDoubt(Seat seat) {
        if (seat.telling) {
            seat.tellAgain = true;
        } else if (up) {
            tell(seat);
        }
    }

    /** The PBX has this queue now; whoever found it missing joins it. */
    void queueTold(String queue, Collection<Seat> seats) {
        if (placement.wasMissing(queue)) {
            seats.stream().filter(seat -> seat.lacks(queue)).forEach(this::inDoubt);
        }
    }

    void linkUp(Collection<Seat> seats) {
        up = true;
        for (Seat seat : seats) {
            // Nobody is taken out who was never in: should the PBX know better, it says so.
            if (!(seat.wanted().equals(Standing.OUT) && Standing.OUT.equals(seat.told))) {
                inDoubt(seat);
            }
        }
    }

    void linkDown(Collection<Seat> seats) {
        up = false;
        for (Seat seat : seats) {
            seat.members.clear();
            agreed(seat);
        }
    }

    void member(Seat seat, PbxState.Member member) {
        seat.members.put(member.queue(), member);
        checkSoon(seat);
    }

    void memberGone(Seat seat, PbxState.MemberGone gone) {
        seat.members.remove(gone.queue());
        checkSoon(seat);
    }

    /** The person has another phone now: the old one leaves the queues. */
    void retire(AgentProfile old, Set<String> members) {
        placement
                .retire(old, members)
                .subscribe()
                .with(
                        ignored -> {},
                        failure ->
                                LOG.warn("Phone {} may still be in queues: {}", old.extension(), failure.toString()));
    }

    private void tell(Seat seat) {
        if (!up) {
            return;
        }
        Standing wanted = seat.wanted();
        seat.telling = true;
        seat.tellAgain = false;
        placement
                .place(seat.profile, Set.copyOf(seat.members.keySet()), wanted)
                .emitOn(context::run)
                .subscribe()
                .with(ignored -> told(seat, wanted), failure -> notTold(seat, failure));
    }

    private void told(Seat seat, Standing standing) {
        seat.told = standing;
        seat.failures = 0;
        if (seat.tellAgain || !standing.equals(seat.wanted())) {
            tell(seat);
            if (seat.telling && up) {
                return;
            }
        }
        seat.tellingOver();
        showPending(seat);
    }

    private void notTold(Seat seat, Throwable failure) {
        if (seat.failures++ == 0) {
            LOG.warn(
                    "The PBX does not know yet that {} is {}: {}",
                    seat.profile.extension(),
                    seat.wanted(),
                    failure.toString());
        }
        seat.told = null;
        seat.tellingOver();
        showPending(seat);
        context.later(Pace.after(seat.failures).toMillis(), () -> {
            if (up && seat.pending()) {
                tell(seat);
            }
        });
    }

    private void showPending(Seat seat) {
        if (seat.pending() != seat.shownPending) {
            news.publish(seat);
        }
    }

    private void checkSoon(Seat seat) {
        if (seat.agrees()) {
            agreed(seat);
            return;
        }
        if (seat.disagreesSince == null) {
            seat.disagreesSince = clock.instant();
        }
        if (seat.checkTimer == Seat.NO_TIMER) {
            seat.checkTimer = context.later(Pace.after(seat.corrections).toMillis(), () -> check(seat));
        }
    }

    private void check(Seat seat) {
        seat.checkTimer = Seat.NO_TIMER;
        if (!up) {
            return;
        }
        if (!seat.agrees()) {
            nameLong(seat);
            if (!seat.telling) {
                seat.corrections++;
                LOG.debug("{} has to be {} in the PBX, which has {}", seat.profile, seat.wanted(), seat.members);
                tell(seat);
            }
        }
        checkSoon(seat);
    }

    private void agreed(Seat seat) {
        if (seat.checkTimer != Seat.NO_TIMER) {
            // Else it would look into a later disagreement before its time.
            context.cancel(seat.checkTimer);
            seat.checkTimer = Seat.NO_TIMER;
        }
        if (seat.disagreementNamed) {
            LOG.info("The PBX has {} as wanted again", seat.profile.extension());
        }
        seat.disagreesSince = null;
        seat.disagreementNamed = false;
        seat.corrections = 0;
    }

    private void nameLong(Seat seat) {
        Instant since = seat.disagreesSince;
        if (since == null || seat.disagreementNamed || clock.instant().isBefore(since.plus(Pace.LONG))) {
            return;
        }
        seat.disagreementNamed = true;
        disagreements.increment();
        LOG.warn(
                "Since {} the PBX has {} otherwise than {}, whatever it is told: {}",
                since,
                seat.profile.extension(),
                seat.wanted(),
                seat.members.values());
    }
}
