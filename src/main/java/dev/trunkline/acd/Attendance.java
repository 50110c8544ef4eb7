package dev.trunkline.acd;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that calls are offered only to agents who can be reached: whose last page, or whose phone, has been gone for
 * {@code trunkline.desk.grace} is set aside. On {@link AgentContext} only.
 */
@ApplicationScoped
class Attendance {
    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

    private final AgentFloor floor;
    private final AgentNews news;
    private final AgentContext context;
    private final Clock clock;
    private final Duration grace;

    Attendance(
            AgentFloor floor,
            AgentNews news,
            AgentContext context,
            Clock clock,
            @ConfigProperty(name = "trunkline.desk.grace", defaultValue = "60s") Duration grace) {
        this.floor = floor;
        this.news = news;
        this.context = context;
        this.clock = clock;
        this.grace = grace;
    }

    /** Agents were seated or have other phones; some may have had a page when the service stopped. */
    void seated() {
        for (Seat seat : floor.seats()) {
            phone(seat);
            if (seat.graceTimer == Seat.NO_TIMER) {
                arm(seat);
            }
        }
    }

    /** Pages of the agent were opened or closed: those of this session are open now, or none is. */
    void pages(Seat seat, Optional<String> session) {
        seat.session = session.orElse(null);
        Presence before = seat.presence;
        change(seat, session.isPresent() ? before.pageOpened() : before.pageGone(clock.instant()));
        if (before.pageOpen() != seat.presence.pageOpen()) {
            floor.keep(seat);
        }
    }

    /** The person signed out, and is not missed at the desk. */
    void signedOut(Seat seat) {
        seat.session = null;
        change(seat, seat.presence.signedOut());
        floor.keep(seat);
    }

    /** The PBX may have said something of the agent's phone. */
    void phone(Seat seat) {
        Presence before = seat.presence;
        change(seat, before.phone(seat.phoneReachable(), clock.instant()));
        if ((before.phone() == null) != (seat.presence.phone() == null)) {
            news.publish(seat);
        }
    }

    /** Somebody wished another state for the agent. */
    void wished(Seat seat) {
        change(seat, seat.presence.wished(clock.instant()));
    }

    private void change(Seat seat, Presence presence) {
        if (!presence.equals(seat.presence)) {
            seat.presence = presence;
            arm(seat);
        }
    }

    private void arm(Seat seat) {
        if (seat.graceTimer != Seat.NO_TIMER) {
            context.cancel(seat.graceTimer);
            seat.graceTimer = Seat.NO_TIMER;
        }
        Instant due = seat.presence.due(grace);
        if (due != null) {
            long left = Duration.between(clock.instant(), due).toMillis() + 1;
            seat.graceTimer = context.later(left, () -> look(seat));
        }
    }

    private void look(Seat seat) {
        seat.graceTimer = Seat.NO_TIMER;
        Instant due = seat.presence.due(grace);
        AgentInput.SetAside aside = seat.presence.setAside();
        if (due == null || aside == null || !floor.has(seat)) {
            return;
        }
        if (clock.instant().isBefore(due)) {
            arm(seat);
            return;
        }
        seat.presence = seat.presence.actedOn();
        AgentState before = seat.state;
        floor.input(seat, aside);
        if (before.equals(seat.state)) {
            floor.keep(seat);
        } else {
            LOG.info("{} is set aside: {} gone since {}", seat.profile.extension(), aside.reason(), aside.goneSince());
        }
        arm(seat);
    }
}
