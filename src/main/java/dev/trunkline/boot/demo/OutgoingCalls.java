package dev.trunkline.boot.demo;

import dev.trunkline.boot.demo.Whom.FarEnd;
import dev.trunkline.call.CallArchive;
import dev.trunkline.call.CallEvent.DialStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls that agents make by themselves; none when nobody is free. */
final class OutgoingCalls {
    private final Dice dice;
    private final Whom whom;
    private final Shifts shifts;
    private final CallArchive archive;
    private final AtomicInteger channels;

    OutgoingCalls(Dice dice, Whom whom, Shifts shifts, CallArchive archive, AtomicInteger channels) {
        this.dice = dice;
        this.whom = whom;
        this.shifts = shifts;
        this.archive = archive;
        this.channels = channels;
    }

    Optional<PastCall> toCustomer(Instant at) {
        return agent(at).map(agent -> outside(at, agent, whom.called(at), dice.pick(Topic.OUTBOUND)));
    }

    /** Somebody whom nobody took before. */
    Optional<PastCall> callBack(Instant at, FarEnd back) {
        return agent(at).map(agent -> outside(at, agent, back, Topic.OUTBOUND.getFirst()));
    }

    Optional<PastCall> toColleague(Instant at) {
        List<String> free = shifts.free(at);
        if (free.size() < 2) {
            return Optional.empty();
        }
        String agent = dice.pick(free);
        String colleague =
                dice.pick(free.stream().filter(one -> !one.equals(agent)).toList());
        CallScript script = new CallScript(at, channels)
                .agentDials(agent, colleague, colleague)
                .farRings()
                .passes(dice.seconds(2, 8))
                .farAnswers()
                .passes(dice.around(40, 8, 300))
                .farOver(dice.chance(0.5));
        shifts.busy(agent, script.now());
        shifts.busy(colleague, script.now());
        return Optional.of(new PastCall(archive.fold(script.events()), null, null, false, null, null, false));
    }

    private Optional<String> agent(Instant at) {
        List<String> free = shifts.free(at);
        return free.isEmpty() ? Optional.empty() : Optional.of(dice.pick(free));
    }

    private PastCall outside(Instant at, String agent, FarEnd called, Topic about) {
        String number = Objects.requireNonNull(called.key());
        CallScript script = new CallScript(at, channels)
                .agentDials(agent, DemoNumbers.asDialled(number), null)
                .passes(dice.seconds(0.8, 2));
        Topic topic = fate(script) ? about : null;
        shifts.busy(agent, script.now().plus(dice.seconds(8, 40)));
        return new PastCall(
                archive.fold(script.events()),
                number,
                called.shared() ? null : called.customer(),
                false,
                null,
                topic,
                called.chinese());
    }

    /** Whether they talked. */
    private boolean fate(CallScript script) {
        double drawn = dice.share();
        if (drawn < 0.04) {
            script.passes(dice.seconds(0.5, 2)).farUnreached(DialStatus.NOANSWER, 1, "404");
        } else if (drawn < 0.12) {
            script.passes(dice.seconds(0.5, 2)).farUnreached(DialStatus.BUSY, 17, "486");
        } else if (drawn < 0.32) {
            script.farRings().passes(dice.seconds(18, 32)).farUnreached(DialStatus.NOANSWER, 19, "480");
        } else {
            script.farRings()
                    .passes(dice.seconds(4, 18))
                    .farAnswers()
                    .passes(dice.around(110, 12, 900))
                    .farOver(dice.chance(0.45));
            return true;
        }
        return false;
    }
}
