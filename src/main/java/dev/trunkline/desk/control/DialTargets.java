package dev.trunkline.desk.control;

import dev.trunkline.acd.AgentView;
import dev.trunkline.acd.Agents;
import dev.trunkline.call.Destination;
import dev.trunkline.call.Destination.Realm;
import dev.trunkline.call.QueuePolicies;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.phone.Dialling;
import dev.trunkline.shared.phone.Dialling.Reach;
import dev.trunkline.shared.phone.PhoneIdentity;
import dev.trunkline.shared.phone.PhoneNumbers;
import dev.trunkline.shared.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes of what a person asks to dial something that may be dialled, or says why not: an agent's extension, a queue's name
 * or number, or a number of the public network within the person's class of service. Emergency numbers always pass,
 * whatever else bears that number.
 */
@ApplicationScoped
class DialTargets {
    private final PhoneNumbers numbers;
    private final Dialling dialling;
    private final QueuePolicies queues;
    private final Agents agents;
    private final Targets reachable;

    DialTargets(PhoneNumbers numbers, Dialling dialling, QueuePolicies queues, Agents agents, Targets reachable) {
        this.numbers = numbers;
        this.dialling = dialling;
        this.queues = queues;
        this.agents = agents;
        this.reachable = reachable;
    }

    /**
     * The same for a call that is handed there, and so must not meet nobody: who dials for oneself hears what becomes of it,
     * a caller would be lost.
     *
     * @throws Problem as {@link #of}, and 409 for a colleague or a queue that cannot take it
     */
    Destination forHandingOver(Reader who, String text) {
        Destination target = of(who, text);
        switch (target.realm()) {
            case AGENTS -> reachable.needColleague(target.number());
            case QUEUES -> reachable.needQueue(target.number());
            case EMERGENCY -> {}
        }
        return target;
    }

    /**
     * What the text means to this person.
     *
     * @param text as typed or clicked; hostile
     * @throws Problem 422 for what is no number, extension or queue, 403 for what the person may not dial, 409 for oneself
     */
    Destination of(Reader who, String text) {
        PhoneIdentity number = numbers.normalise(text);
        String digits = number.number();
        if (digits != null && dialling.emergency(digits)) {
            return new Destination(Realm.EMERGENCY, digits);
        }
        if (digits != null && digits.equals(who.extension())) {
            throw Problem.conflict("dials-oneself", "That is your own extension");
        }
        if (digits != null && colleague(digits)) {
            return Destination.dialled(digits);
        }
        Optional<String> queue = queues.dialled(text.strip());
        if (queue.isPresent()) {
            return new Destination(Realm.QUEUES, queue.get());
        }
        return switch (number.kind()) {
            case E164 -> outside(who, dialling.reach(known(number.e164())), known(number.e164()));
            case SHORT ->
                outside(
                        who,
                        dialling.service(known(digits))
                                .orElseThrow(() ->
                                        Problem.invalid("to", "unknown-extension", "is no colleague's extension")),
                        known(digits));
            case WITHHELD, INVALID ->
                throw Problem.invalid("to", "not-diallable", "is no telephone number, extension or queue");
        };
    }

    private boolean colleague(String extension) {
        return agents.all().stream().map(AgentView::extension).anyMatch(extension::equals);
    }

    private static Destination outside(Reader who, Reach reach, String number) {
        Permission needed = switch (reach) {
            case HOME -> Permission.DIAL;
            case ABROAD -> Permission.DIAL_ABROAD;
            case PREMIUM -> Permission.DIAL_PREMIUM;
        };
        if (!who.may(needed)) {
            throw Problem.of(
                    403,
                    "class-of-service",
                    "Not allowed",
                    "You may not dial this number",
                    Map.of("reach", needed.name()));
        }
        return Destination.dialled(number);
    }

    private static String known(@Nullable String value) {
        return Objects.requireNonNull(value, "A number of this kind has a form to be dialled in");
    }
}
