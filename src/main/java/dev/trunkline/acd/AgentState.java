package dev.trunkline.acd;

import dev.trunkline.acd.Engagement.Allowance;
import dev.trunkline.acd.Engagement.Owed;
import dev.trunkline.acd.Engagement.Phase;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an agent is doing, as the server knows it: an immutable value moved by {@link AgentInput}s.
 *
 * <pre>
 *            wish                     wish
 *  Offline &lt;------&gt; Available &lt;------&gt; OnBreak(reason)        at rest a wish is done at once
 *      |                |                 |
 *      +----------------+-----------------+   a queue offers a call, the phone rings or is taken up:
 *      |                                      the wish so far is carried along as `next`
 *      v
 *   Ringing(calls, next) ---- not taken ----&gt; next             missed too often in a row: OnBreak(missed)
 *      | taken
 *      v
 *   OnCall(calls, next) ---- no wrap-up ----&gt; next
 *      | a queue's call is over
 *      v
 *   WrapUp(until, next) -- time over, done --&gt; next            a wish ends it at once
 *      |    ^
 *      v    | a call in between: what is left of the wrap-up follows it
 *   Ringing, OnCall
 *
 *  page or phone gone for too long: Available -&gt; OnBreak(away or phone); elsewhere `next`, when it is Available
 * </pre>
 *
 * <p>Ringing and OnCall hold exactly while a call of the agent's phone is open; a wish made meanwhile replaces {@code
 * next}. Pure: no clock and no effects. Times are the server's.
 */
public sealed interface AgentState {

    Instant since();

    /** The person's last wish, done or still to be done. */
    Wish wish();

    /** The state after an input at a time; an equal one when the input means nothing here. */
    AgentState on(AgentInput input, Instant at);

    /** In no call: the wish is done. */
    sealed interface Resting extends AgentState {
        /** Queue offers missed in a row. */
        default int missed() {
            return 0;
        }

        @Override
        default AgentState on(AgentInput input, Instant at) {
            Engagement idle = Engagement.none(wish(), missed(), null);
            return switch (input) {
                case AgentInput.Wished wished ->
                    wished.wish().atRest(wished.wish().equals(wish()) ? since() : at, 0);
                case AgentInput.SetAside aside -> {
                    Wish next = wish().setAside(aside);
                    yield next.equals(wish()) ? this : next.atRest(at, 0);
                }
                case AgentInput.Offered offered -> new Ringing(at, idle.with(offered.callId(), Phase.RINGING));
                case AgentInput.Connected connected -> new OnCall(at, idle.connected(connected));
                case AgentInput.PhoneBusy phone -> Busy.with(idle.busy(phone), at);
                case AgentInput.OfferEnded ignored -> this;
                case AgentInput.Disconnected ignored -> this;
                case AgentInput.PhoneFree ignored -> this;
                case AgentInput.CallGone ignored -> this;
                case AgentInput.MoreWrapUp ignored -> this;
                case AgentInput.WrapUpDone ignored -> this;
                case AgentInput.Tick ignored -> this;
            };
        }
    }

    /** Signed out of the queues. */
    record Offline(Instant since) implements Resting {
        @Override
        public Wish wish() {
            return Wish.OFFLINE;
        }
    }

    /** Waiting for a call. */
    record Available(Instant since, int missed) implements Resting {
        @Override
        public Wish wish() {
            return Wish.AVAILABLE;
        }
    }

    /**
     * On break for a reason.
     *
     * @param goneSince since when page or phone were gone, where that is the reason; null otherwise
     */
    record OnBreak(Instant since, String reason, @Nullable Instant goneSince) implements Resting {
        @Override
        public Wish wish() {
            return new Wish(Wish.Kind.BREAK, reason, goneSince);
        }
    }

    /** The agent's phone has a call, ringing or in use. */
    sealed interface Busy extends AgentState {
        Engagement engagement();

        @Override
        default Wish wish() {
            return engagement().next();
        }

        @Override
        default AgentState on(AgentInput input, Instant at) {
            Engagement now = engagement();
            return switch (input) {
                case AgentInput.Wished wished -> moved(now.wishing(wished.wish()), at);
                case AgentInput.SetAside aside -> {
                    Wish next = now.next().setAside(aside);
                    yield next.equals(now.next()) ? this : moved(now.wishing(next), at);
                }
                case AgentInput.Offered offered -> moved(now.with(offered.callId(), Phase.RINGING), at);
                case AgentInput.OfferEnded ended -> offerEnded(ended, at);
                case AgentInput.Connected connected -> moved(now.connected(connected), at);
                case AgentInput.PhoneBusy phone -> moved(now.busy(phone), at);
                case AgentInput.Disconnected gone -> moved(now.without(gone.callId()), at);
                case AgentInput.PhoneFree gone -> moved(now.without(gone.callId()), at);
                case AgentInput.CallGone gone -> moved(now.without(gone.callId()), at);
                case AgentInput.WrapUpDone done -> moved(now.wrappedUp(done.callId()), at);
                case AgentInput.MoreWrapUp ignored -> this;
                case AgentInput.Tick ignored -> this;
            };
        }

        private AgentState offerEnded(AgentInput.OfferEnded ended, Instant at) {
            Engagement now = engagement();
            if (now.calls().get(ended.callId()) != Phase.RINGING) {
                return this;
            }
            return switch (ended.end()) {
                case TAKEN -> moved(now.with(ended.callId(), Phase.IN_USE), at);
                case WITHDRAWN -> moved(now.without(ended.callId()), at);
                // An agent who talks on another line has not neglected the one that rang meanwhile.
                case MISSED ->
                    moved(
                            now.inUse()
                                    ? now.without(ended.callId())
                                    : now.without(ended.callId()).missedOne(ended.missedLimit()),
                            at);
            };
        }

        private AgentState moved(Engagement next, Instant at) {
            if (next.calls().isEmpty()) {
                Owed owed = next.wrapUp();
                return owed == null
                        ? next.next().atRest(at, next.missed())
                        : new WrapUp(at, at.plus(owed.length()), owed.callId(), next.next(), owed.allowance());
            }
            Busy state = with(next, at);
            return switch (state) {
                case Ringing ringing -> this instanceof Ringing ? new Ringing(since(), next) : ringing;
                case OnCall call -> this instanceof OnCall ? new OnCall(since(), next) : call;
            };
        }

        private static Busy with(Engagement engagement, Instant at) {
            return engagement.inUse() ? new OnCall(at, engagement) : new Ringing(at, engagement);
        }
    }

    /** The agent's phone rings and no call is in use. */
    record Ringing(Instant since, Engagement engagement) implements Busy {}

    /** The agent's phone is in use. */
    record OnCall(Instant since, Engagement engagement) implements Busy {}

    /**
     * After a queue's call: no new call is offered until the time is over or the agent has finished.
     *
     * @param next what follows
     * @param allowance how long the call's queue gives and what of it was used
     */
    record WrapUp(Instant since, Instant until, String callId, Wish next, Allowance allowance) implements AgentState {
        @Override
        public Wish wish() {
            return next;
        }

        @Override
        public AgentState on(AgentInput input, Instant at) {
            return switch (input) {
                case AgentInput.Wished wished -> wished.wish().atRest(at, 0);
                case AgentInput.SetAside aside -> new WrapUp(since, until, callId, next.setAside(aside), allowance);
                case AgentInput.MoreWrapUp ignored -> more(at);
                case AgentInput.WrapUpDone done -> done.callId().equals(callId) ? next.atRest(at, 0) : this;
                case AgentInput.Tick ignored -> at.isBefore(until) ? this : next.atRest(at, 0);
                case AgentInput.Offered offered -> new Ringing(at, rest(at).with(offered.callId(), Phase.RINGING));
                case AgentInput.Connected connected -> new OnCall(at, rest(at).connected(connected));
                case AgentInput.PhoneBusy phone -> Busy.with(rest(at).busy(phone), at);
                case AgentInput.OfferEnded ignored -> this;
                case AgentInput.Disconnected ignored -> this;
                case AgentInput.PhoneFree ignored -> this;
                case AgentInput.CallGone ignored -> this;
            };
        }

        private WrapUp more(Instant at) {
            return allowance.left() == 0
                    ? this
                    : new WrapUp(since, at.plus(allowance.limit()), callId, next, allowance.extended());
        }

        private Engagement rest(Instant at) {
            Duration left = Duration.between(at, until);
            return Engagement.none(next, 0, left.isPositive() ? new Owed(callId, left, allowance) : null);
        }
    }
}
