package dev.trunkline.acd;

import dev.trunkline.call.PbxState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the PBX's queues in line with agents' states. The PBX is told of each change; told again of everything when the
 * link comes up; and corrected when what it says of a member contradicts the state, after a moment in which late news
 * of our own commands arrive, and at growing intervals when correcting does not help. On {@link AgentContext} only.
 */
@ApplicationScoped
class Membership {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    private static final long SETTLE_MS = 500;
    private static final long RETRY_MS = 5_000;
    private static final int MOST_DOUBLINGS = 7;

    private final Placement placement;
    private final AgentContext context;
    private final AgentNews news;
    private boolean up;

    Membership(Placement placement, AgentContext context, AgentNews news) {
        this.placement = placement;
        this.context = context;
        this.news = news;
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
        seats.forEach(seat -> seat.members.clear());
    }

    void member(Seat seat, PbxState.Member member) {
        seat.members.put(member.queue(), member.paused());
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
        LOG.warn(
                "The PBX does not know yet that {} is {}: {}",
                seat.profile.extension(),
                seat.wanted(),
                failure.toString());
        seat.told = null;
        seat.tellingOver();
        showPending(seat);
        context.later(RETRY_MS, () -> {
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
            seat.corrections = 0;
        } else if (!seat.checkDue) {
            seat.checkDue = true;
            context.later(SETTLE_MS << Math.min(seat.corrections, MOST_DOUBLINGS), () -> check(seat));
        }
    }

    private void check(Seat seat) {
        seat.checkDue = false;
        if (seat.agrees() || !up) {
            return;
        }
        if (seat.telling) {
            checkSoon(seat);
            return;
        }
        seat.corrections++;
        LOG.info("The PBX has {} in {}, which should be {}", seat.profile.extension(), seat.members, seat.wanted());
        tell(seat);
    }
}
