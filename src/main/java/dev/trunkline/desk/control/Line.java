package dev.trunkline.desk.control;

import dev.trunkline.call.Call;
import dev.trunkline.call.Call.Leg;
import dev.trunkline.shared.problem.Problem;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an agent's phone stands in a call, and so what can be done. Read from the call's legs and the bridges they are in.
 *
 * <pre>
 *   RINGING ──answered──> TALKING ──consult──> CALLING_THIRD ──answered──> CONSULTING <──swap──> BETWEEN
 *   DIALLING ──answered────^ ^  └── HELD            │ cancel, refused          │ cancel            │
 *                            └──────────────────────┴──────────────────────────┴───────────────────┘
 *   CONSULTING, BETWEEN ──conference──> TOGETHER;    complete, from all four: the agent is out
 * </pre>
 *
 * <p>A consultation is Asterisk's attended transfer by key: a Local channel into the agents' dialplan stands for the third
 * one, in a bridge with the agent. Once all three talk, Asterisk may take it out of the way.
 *
 * @param state where the agent's phone is
 * @param leg the agent's leg
 * @param other the leg of who is on the other side, the customer as a rule; null when nobody is there
 * @param way the Local channel's leg to the one who is consulted, null when nobody is
 */
record Line(
        State state, Leg leg, @Nullable Leg other, @Nullable Leg way) {
    private static final String LOCAL = "Local/";

    /** Where an agent's phone is in a call. */
    enum State {
        RINGING,
        DIALLING,
        TALKING,
        HELD,
        /** The third one's phone is ringing. */
        CALLING_THIRD,
        /** With the third one; the other hears music. */
        CONSULTING,
        /** Back with the other, while the third one waits. */
        BETWEEN,
        /** All three talk. */
        TOGETHER
    }

    /** The agent's line in the call, empty when the agent has no phone in it. */
    static Optional<Line> of(Call call, String agent) {
        return open(call)
                .filter(leg -> agent.equals(leg.party()) && !local(leg))
                .max(Comparator.comparing(Leg::startedAt))
                .map(leg -> of(call, leg));
    }

    private static Line of(Call call, Leg own) {
        Leg way = open(call)
                .filter(leg -> local(leg) && leg.channel().endsWith(";1"))
                .filter(leg -> !leg.startedAt().isBefore(own.startedAt()))
                .max(Comparator.comparing(Leg::startedAt))
                .orElse(null);
        Predicate<Leg> before =
                way == null ? leg -> true : leg -> leg.startedAt().isBefore(way.startedAt());
        List<Leg> others = open(call)
                .filter(leg -> !leg.equals(own) && !local(leg) && before.test(leg))
                .toList();
        Leg other = others.stream()
                .filter(leg -> together(leg, own))
                .findFirst()
                .or(() -> others.stream()
                        .filter(leg -> leg.id().equals(call.id()))
                        .findFirst())
                .or(() -> others.stream().findFirst())
                .orElse(null);
        if (own.answeredAt() == null) {
            return new Line(
                    own.entered() || own.id().equals(call.id()) ? State.DIALLING : State.RINGING, own, other, null);
        }
        if (way == null) {
            if (others.stream().filter(leg -> together(leg, own)).count() > 1) {
                return new Line(State.TOGETHER, own, other, null);
            }
            boolean talks = other != null && together(other, own);
            boolean held = call.holds().stream().anyMatch(hold -> hold.to() == null);
            return new Line(!talks ? State.DIALLING : held ? State.HELD : State.TALKING, own, other, null);
        }
        return new Line(withThird(own, way, other), own, other, way);
    }

    private static State withThird(Leg own, Leg way, @Nullable Leg other) {
        if (together(way, own)) {
            boolean all = other != null && together(other, own);
            return all ? State.TOGETHER : way.answeredAt() == null ? State.CALLING_THIRD : State.CONSULTING;
        }
        return State.BETWEEN;
    }

    /** What the PBX can do now; what only the telephone itself can do is not among it. */
    Set<Control> controls(Call call) {
        EnumSet<Control> possible = possible();
        if (state == State.TALKING || state == State.HELD || state == State.TOGETHER) {
            call.recordings().stream()
                    .reduce((first, last) -> last)
                    .ifPresent(last -> possible.add(last.silent() ? Control.RECORD_RESUME : Control.RECORD_PAUSE));
        }
        return possible;
    }

    /** Whether the telephone itself could do this now: one answers what rings, and holds and mutes what was answered. */
    boolean phoneMay(Control control) {
        return (control == Control.ANSWER) == (leg.answeredAt() == null);
    }

    private EnumSet<Control> possible() {
        return switch (state) {
            case RINGING -> EnumSet.of(Control.REJECT);
            case DIALLING -> EnumSet.of(Control.HANGUP);
            case TALKING, HELD ->
                EnumSet.of(Control.HANGUP, Control.TRANSFER, Control.CONSULT, Control.PARK, Control.DTMF);
            case CALLING_THIRD -> EnumSet.of(Control.COMPLETE, Control.CANCEL);
            case CONSULTING, BETWEEN ->
                EnumSet.of(Control.COMPLETE, Control.CANCEL, Control.SWAP, Control.CONFERENCE, Control.DTMF);
            case TOGETHER -> EnumSet.of(Control.HANGUP, Control.DTMF);
        };
    }

    /**
     * The leg of whoever hears the agent now.
     *
     * @throws Problem 409 when there is nobody
     */
    String opposite() {
        Leg hears = state == State.CONSULTING ? way : other;
        if (hears == null) {
            throw Problem.conflict("not-now", "There is nobody on the other side");
        }
        return hears.id();
    }

    /** The number behind {@code Local/1002@from-agents-0000002a;1}, null when nobody is consulted. */
    @Nullable
    String third() {
        if (way == null) {
            return null;
        }
        String rest = way.channel().substring(LOCAL.length());
        int at = rest.indexOf('@');
        return at < 0 ? rest : rest.substring(0, at);
    }

    /** As the page is told. */
    LineView view(Call call) {
        return new LineView(
                state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                third(),
                controls(call).stream().map(Control::word).toList(),
                recording(call));
    }

    private static @Nullable String recording(Call call) {
        return call.recordings().isEmpty() ? null : call.recordings().getLast().silent() ? "silent" : "on";
    }

    private static boolean together(Leg a, Leg b) {
        return a.bridge() != null && a.bridge().equals(b.bridge());
    }

    private static boolean local(Leg leg) {
        return leg.channel().startsWith(LOCAL);
    }

    private static Stream<Leg> open(Call call) {
        return call.legs().stream().filter(leg -> leg.endedAt() == null);
    }
}
