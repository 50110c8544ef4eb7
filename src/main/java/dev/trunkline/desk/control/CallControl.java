package dev.trunkline.desk.control;

import dev.trunkline.call.AgentPhones;
import dev.trunkline.call.Call;
import dev.trunkline.call.CallCommands;
import dev.trunkline.call.Destination;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does with an agent's calls what the agent asks for. Whether it is possible is read from the call as it stands; whether it
 * was done, the call's events tell. Nothing blocks.
 */
@ApplicationScoped
class CallControl {
    private static final String ABBREVIATED_PICKUP = "*8";

    private final CallsAtHand desks;
    private final DialTargets targets;
    private final PickableCalls pickable;
    private final Placing placing;
    private final CallCommands calls;
    private final AgentPhones phones;
    private final PagePhone page;
    private final UnderWay underWay = new UnderWay();

    CallControl(
            CallsAtHand desks,
            DialTargets targets,
            PickableCalls pickable,
            Placing placing,
            CallCommands calls,
            AgentPhones phones,
            PagePhone page) {
        this.desks = desks;
        this.targets = targets;
        this.pickable = pickable;
        this.placing = placing;
        this.calls = calls;
        this.phones = phones;
        this.page = page;
    }

    /**
     * Rings the person's own phone and then dials. The number of a parking space where a call waits takes that call.
     *
     * @param customer whom the call is with, null when that is not known; kept before the PBX is asked
     * @return the call's id
     */
    Uni<String> dial(Reader who, String to, @Nullable UUID customer) {
        String space = to.strip();
        if (pickable.parkedAt(space)) {
            return placing.place(who, Destination.dialled(space), null);
        }
        return placing.place(who, targets.of(who, to), customer);
    }

    /**
     * Does it.
     *
     * @param to whom to transfer to or to consult, or the tones to play; null for what needs none
     * @throws Problem 404 when the call is not the person's, 409 when it cannot be done now
     */
    Uni<Void> act(Reader who, String callId, Control control, @Nullable String to) {
        String agent = Placing.extension(who);
        if (control == Control.PICKUP) {
            return pickUp(who, callId);
        }
        Call call = desks.call(agent, callId).orElseThrow(() -> Problem.notFound("call", callId));
        if (control.ofThePhone() && !phones.atBrowser(agent)) {
            throw refused("of-the-phone", control, "Your telephone does that with its own keys");
        }
        Line line = Line.of(call, agent)
                .orElseThrow(() -> refused("call-over", control, "You are not in this call any more"));
        if (!(control.ofThePhone()
                ? line.phoneMay(control)
                : line.controls(call).contains(control))) {
            throw refused("not-now", control, "That cannot be done with the call as it is");
        }
        if (control.ofThePhone()) {
            return page.ask(agent, callId, control);
        }
        Supplier<Uni<Void>> command = commanded(who, call, line, control, to);
        return control == Control.DTMF
                ? Placing.told(command)
                : once(new UnderWay.Asked(callId, line.view(call)), control, command);
    }

    private Uni<Void> once(UnderWay.Asked asked, Control control, Supplier<Uni<Void>> command) {
        if (!underWay.begin(asked)) {
            throw refused("under-way", control, "Something else is being done with this call");
        }
        return Placing.told(command).onFailure().invoke(() -> underWay.refused(asked));
    }

    /** What is wrong with the rest of what was asked is said before anything is sent. */
    private Supplier<Uni<Void>> commanded(Reader who, Call call, Line line, Control control, @Nullable String to) {
        String leg = line.leg().id();
        return switch (control) {
            case REJECT, HANGUP, COMPLETE -> () -> calls.hangUp(leg);
            case TRANSFER -> {
                Destination target = target(who, to);
                yield () -> calls.transfer(leg, target);
            }
            case CONSULT -> {
                Destination target = target(who, to);
                yield () -> calls.consult(leg, target);
            }
            case SWAP -> () -> calls.swap(leg);
            case CONFERENCE -> () -> calls.bringTogether(leg);
            case CANCEL -> () -> calls.cancelConsultation(leg);
            case PARK -> {
                String other = line.opposite();
                yield () -> calls.park(other, line.leg().channel());
            }
            case DTMF -> {
                String other = line.opposite();
                String tones = needed("tones", to);
                yield () -> calls.sendTones(other, tones);
            }
            case RECORD_PAUSE -> () -> calls.silenceRecording(call.id(), true);
            case RECORD_RESUME -> () -> calls.silenceRecording(call.id(), false);
            case ANSWER, HOLD, RESUME, MUTE, UNMUTE, PICKUP ->
                throw new IllegalStateException(control + " is dealt with before");
        };
    }

    private Destination target(Reader who, @Nullable String to) {
        return targets.forHandingOver(who, needed("to", to));
    }

    /** A parked call is taken by dialling its space, a ringing one by the key for the colleague's number. */
    private Uni<Void> pickUp(Reader who, String callId) {
        Pickable place = pickable.find(who, callId)
                .orElseThrow(() ->
                        refused("not-now", Control.PICKUP, "The call neither rings nor waits in a parking space"));
        String number = place.parked() ? place.number() : ABBREVIATED_PICKUP + place.number();
        return placing.place(who, Destination.dialled(number), null).replaceWithVoid();
    }

    private static String needed(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "not-blank", "is needed");
        }
        return value;
    }

    private static Problem refused(String code, Control control, String why) {
        return Problem.of(409, code, "Conflict", why, Map.of("action", control.word()));
    }
}
