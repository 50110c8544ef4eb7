package dev.trunkline.coaching;

import dev.trunkline.acd.AgentView;
import dev.trunkline.acd.Agents;
import dev.trunkline.call.Call;
import dev.trunkline.call.CallCommands;
import dev.trunkline.call.CoachCommands;
import dev.trunkline.call.CoachLegs;
import dev.trunkline.call.CoachMode;
import dev.trunkline.call.PbxState.CoachLeg;
import dev.trunkline.coaching.Coachable.Verdict;
import dev.trunkline.coaching.Coaching.Asked;
import dev.trunkline.coaching.Coaching.Heard;
import dev.trunkline.coaching.Coaching.Running;
import dev.trunkline.coaching.Coaching.TakingOver;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets those who answer for agents take part in their calls. Whether it can be done is read from the call as it stands;
 * whether it was done, the PBX's news of the coach's leg tell. Nothing blocks.
 */
@ApplicationScoped
class CoachControl {
    private static final Logger LOG = LoggerFactory.getLogger(CoachControl.class);

    /** The PBX takes an order for a phone that is not there, and then says nothing of it. */
    private static final Duration BEGINS_WITHIN = Duration.ofSeconds(3);

    private final CallsNow calls;
    private final Agents agents;
    private final Coachings coachings;
    private final Acts acts;
    private final CoachCommands pbx;
    private final CallCommands legs;
    private final Event<CoachedInVain> inVain;

    CoachControl(
            CallsNow calls,
            Agents agents,
            Coachings coachings,
            Acts acts,
            CoachCommands pbx,
            CallCommands legs,
            Event<CoachedInVain> inVain) {
        this.calls = calls;
        this.agents = agents;
        this.coachings = coachings;
        this.acts = acts;
        this.pbx = pbx;
        this.legs = legs;
        this.inVain = inVain;
    }

    /**
     * Takes part in a call, or goes on taking part in another way.
     *
     * @param agent the extension of the agent meant, null where there is but one
     * @throws Problem 403 for an agent of another team, 404 or 409 when it cannot be done
     */
    Uni<Void> coach(Reader who, String callId, CoachMode mode, @Nullable String agent) {
        Reach reach = Reach.of(who);
        return calls.find(callId).chain(call -> {
            List<AgentView> everybody = agents.all();
            Verdict.Allowed allowed = allowed(Coachable.agent(reach, everybody, call, agent));
            Coaching now = reach.extension() == null
                    ? null
                    : coachings.of(reach.extension()).orElse(null);
            if (now != null) {
                return change(who, call, now, allowed, mode);
            }
            Coachable.phone(reach, everybody).ifPresent(why -> {
                throw why.problem();
            });
            return begin(who, call, Objects.requireNonNull(reach.extension()), allowed, mode);
        });
    }

    private Uni<Void> begin(Reader who, Call call, String coach, Verdict.Allowed with, CoachMode mode) {
        String channel = with.leg().channel();
        Asked asked = new Asked(CoachLegs.newId(), coach, new Heard(channel, mode));
        if (!coachings.ask(asked)) {
            throw Refusal.YOUR_PHONE_IN_USE.problem();
        }
        String agent = with.agent().extension();
        return acts.with(
                        call.id(),
                        who,
                        action(mode),
                        "agent",
                        null,
                        agent,
                        () -> pbx.coach(asked.legId(), coach, agent, channel, mode))
                .invoke(() -> watch(asked))
                .onFailure()
                .invoke(() -> coachings.nothingCame(asked.legId()));
    }

    private Uni<Void> change(Reader who, Call call, Coaching now, Verdict.Allowed with, CoachMode mode) {
        if (!(now instanceof Running running)) {
            throw Refusal.NOT_NOW.problem();
        }
        if (!running.heard().channel().equals(with.leg().channel())) {
            throw Refusal.COACHING_ANOTHER.problem();
        }
        if (running.heard().mode() == mode) {
            throw Refusal.COACHING_ALREADY.problem();
        }
        String agent = with.agent().extension();
        return acts.with(call.id(), who, action(mode), "agent", null, agent, () -> pbx.change(running.legId(), mode));
    }

    /**
     * The party of the agent's talk comes to the coach's phone; the agent is out of it. Who takes part in the call is let go
     * first, so that the phone is free for the call.
     *
     * @throws Problem as for {@link #coach}
     */
    Uni<Void> takeOver(Reader who, String callId, @Nullable String agent) {
        Reach reach = Reach.of(who);
        return calls.find(callId).chain(call -> {
            List<AgentView> everybody = agents.all();
            Verdict.Allowed allowed = allowed(Coachable.agent(reach, everybody, call, agent));
            Call.Leg party = Coachable.party(call, allowed.leg()).orElseThrow(Refusal.NOT_ONE_PARTY::problem);
            Coaching now = reach.extension() == null
                    ? null
                    : coachings.of(reach.extension()).orElse(null);
            if (now == null) {
                Coachable.phone(reach, everybody).ifPresent(why -> {
                    throw why.problem();
                });
            } else if (!(now instanceof Running running)) {
                throw Refusal.NOT_NOW.problem();
            } else if (!running.heard().channel().equals(allowed.leg().channel())) {
                throw Refusal.COACHING_ANOTHER.problem();
            }
            String coach = Objects.requireNonNull(reach.extension());
            return acts.with(
                    call.id(),
                    who,
                    "took-over",
                    "agent",
                    allowed.agent().extension(),
                    coach,
                    () -> now == null ? pbx.takeOver(party.id(), coach) : leaveFirst(now, party));
        });
    }

    private Uni<Void> leaveFirst(Coaching now, Call.Leg party) {
        coachings.takingOver(now.legId(), party.id());
        return legs.hangUp(now.legId()).onFailure().invoke(() -> coachings.notTakingOver(now.legId()));
    }

    /** Leaves the call; the call goes on. Nothing happens when the person takes part in none. */
    Uni<Void> leave(Reader who) {
        String coach = who.extension();
        Coaching now = coach == null ? null : coachings.of(coach).orElse(null);
        return now == null || now instanceof TakingOver
                ? Uni.createFrom().voidItem()
                : Acts.told(() -> legs.hangUp(now.legId()));
    }

    /** The PBX tells of a coach's leg. */
    void heard(CoachLeg news) {
        Coaching before = coachings.hear(news);
        if (before instanceof TakingOver taking && coachings.of(taking.coach()).isEmpty()) {
            pbx.takeOver(taking.party(), taking.coach()).subscribe().with(done -> {}, failure -> {
                LOG.warn("The call could not be taken over by {}: {}", taking.coach(), failure.toString());
                inVain.fire(new CoachedInVain(taking.coach(), CoachedInVain.Reason.NOT_TAKEN_OVER));
            });
        }
    }

    private void watch(Asked asked) {
        Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(BEGINS_WITHIN)
                .subscribe()
                .with(done -> {
                    if (coachings.nothingCame(asked.legId())) {
                        inVain.fire(new CoachedInVain(asked.coach(), CoachedInVain.Reason.NOT_REACHED));
                    }
                });
    }

    private static Verdict.Allowed allowed(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed yes -> yes;
            case Verdict.Refused no -> throw no.why().problem();
            case Verdict.NotYours ignored -> throw Problem.forbidden();
        };
    }

    /** The word in the audit. */
    private static String action(CoachMode mode) {
        return switch (mode) {
            case LISTEN -> "listened-in";
            case WHISPER -> "whispered";
            case BARGE -> "barged-in";
        };
    }
}
