package dev.trunkline.coaching;

import dev.trunkline.call.CoachMode;
import dev.trunkline.call.PbxState.CoachLeg;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One coach's part in an agent's call, as the PBX tells of it: an immutable value. Pure.
 *
 * <pre>
 *   Asked ──RINGING──> Ringing ──hears the agent's leg──> Running ──another mode, another leg──> Running
 *     │                   │                                  │
 *     │ no word           │ not taken              take-over └──> TakingOver ──the leg has gone──> the party comes
 *     v                   v                                                                         to the coach
 *   over                 over  <──the coach hangs up, the agent's leg ends── Running
 * </pre>
 *
 * A leg that is heard of first when it rings, or in the PBX's list, begins where it stands: whom the coach hears is asked of
 * the PBX, not remembered.
 */
sealed interface Coaching {

    String legId();

    /** The coach's extension. */
    String coach();

    /** Whom the coach hears or is to hear, null when the PBX has not said. */
    @Nullable
    Heard heard();

    /** Nothing has been heard of the leg that was asked for. */
    record Asked(String legId, String coach, Heard heard) implements Coaching {}

    /** The coach's phone rings, or has just been taken. */
    record Ringing(String legId, String coach, @Nullable Heard heard) implements Coaching {}

    /**
     * The coach hears the agent.
     *
     * @param since by the PBX's clock
     */
    record Running(String legId, String coach, Heard heard, Instant since) implements Coaching {}

    /**
     * The coach's leg ends, and then the party of the talk comes to the coach.
     *
     * @param left the part that ends
     * @param party the leg of whoever talks to the agent
     */
    record TakingOver(Running left, String party) implements Coaching {
        @Override
        public String legId() {
            return left.legId();
        }

        @Override
        public String coach() {
            return left.coach();
        }

        @Override
        public Heard heard() {
            return left.heard();
        }
    }

    /** An agent's channel, and how the coach hears it. */
    record Heard(String channel, CoachMode mode) {
        /** The agent's extension: {@code 1001} of {@code PJSIP/1001-web-0000001c}. */
        String agent() {
            String device = channel.substring(channel.indexOf('/') + 1);
            int dash = device.indexOf('-');
            return dash < 0 ? device : device.substring(0, dash);
        }
    }

    /** What it is after news of its leg; null when it is over, or never was. */
    static @Nullable Coaching after(@Nullable Coaching before, CoachLeg news) {
        return switch (news.phase()) {
            case GONE -> null;
            case RINGING, UP -> {
                String channel = news.heard();
                CoachMode mode = news.mode();
                yield channel == null || mode == null
                        ? rung(before, news)
                        : hears(before, news, new Heard(channel, mode));
            }
        };
    }

    private static Coaching rung(@Nullable Coaching before, CoachLeg news) {
        return switch (before) {
            case null -> new Ringing(news.legId(), news.coach(), null);
            case Asked asked -> new Ringing(asked.legId(), asked.coach(), asked.heard());
            case Ringing ringing -> ringing;
            case Running running -> running;
            case TakingOver taking -> taking;
        };
    }

    private static Coaching hears(@Nullable Coaching before, CoachLeg news, Heard heard) {
        return switch (before) {
            case Running running -> new Running(running.legId(), running.coach(), heard, running.since());
            case TakingOver taking -> taking;
            case null -> new Running(news.legId(), news.coach(), heard, news.at());
            case Asked asked -> new Running(asked.legId(), asked.coach(), heard, news.at());
            case Ringing ringing -> new Running(ringing.legId(), ringing.coach(), heard, news.at());
        };
    }
}
