package dev.trunkline.boot.demo;

import dev.trunkline.boot.demo.Shifts.Turn;
import dev.trunkline.boot.demo.Whom.FarEnd;
import dev.trunkline.call.Call;
import dev.trunkline.call.CallArchive;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Plays a month of a small call centre, call by call in the order of time: callers wait for whoever is free, lose
 * patience, are called back. What comes out is what the tracker makes of the events.
 */
final class MonthOfCalls {
    private static final Map<String, String> DIDS = Map.of("support", "4008001000", "sales", "4008002000");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration RING = Duration.ofSeconds(15);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Dice dice;
    private final ZoneId zone;
    private final Whom whom;
    private final Shifts shifts;
    private final OutgoingCalls outgoing;
    private final CallArchive archive;
    private final AtomicInteger channels = new AtomicInteger();

    /** @param back whom to call back, null for a call that somebody makes of their own accord */
    private record Planned(Instant at, @Nullable FarEnd back) {}

    MonthOfCalls(Dice dice, ZoneId zone, Whom whom, CallArchive archive) {
        this.dice = dice;
        this.zone = zone;
        this.whom = whom;
        this.archive = archive;
        this.shifts = new Shifts(zone);
        this.outgoing = new OutgoingCalls(dice, whom, shifts, archive, channels);
    }

    /** The calls of the month that were over, wrap-up included, before {@code now}, in the order in which they began. */
    List<PastCall> until(Instant now) {
        PriorityQueue<Planned> planned = new PriorityQueue<>(Comparator.comparing(Planned::at));
        new BusyHours(zone, dice).until(now).forEach(at -> planned.add(new Planned(at, null)));
        List<PastCall> calls = new ArrayList<>();
        while (!planned.isEmpty()) {
            Planned next = planned.poll();
            Optional<PastCall> made = make(next);
            if (made.isEmpty() && next.back() != null) {
                later(planned, next.back(), next.at().plus(dice.seconds(200, 400)), now);
            }
            made.filter(call -> call.doneAt().isBefore(now)).ifPresent(call -> {
                calls.add(call);
                if (call.missed() && call.key() != null && dice.chance(0.85)) {
                    FarEnd back = new FarEnd(call.key(), null, call.customer(), call.customer() == null);
                    later(planned, back, call.endedAt().plus(dice.seconds(300, 3_300)), now);
                }
            });
        }
        return calls;
    }

    private static void later(PriorityQueue<Planned> planned, FarEnd back, Instant at, Instant now) {
        if (at.isBefore(now)) {
            planned.add(new Planned(at, back));
        }
    }

    private Optional<PastCall> make(Planned next) {
        if (next.back() != null) {
            return outgoing.callBack(next.at(), next.back());
        }
        double kind = dice.share();
        if (kind < 0.74) {
            return Optional.of(inbound(next.at()));
        }
        return kind < 0.96 ? outgoing.toCustomer(next.at()) : outgoing.toColleague(next.at());
    }

    private PastCall inbound(Instant at) {
        FarEnd caller = whom.calling(at);
        String queue = Shifts.weekend(at.atZone(zone)) || dice.chance(0.7) ? "support" : "sales";
        CallScript script = new CallScript(at, channels)
                .customerCalls(
                        whom.asSent(caller),
                        caller.name(),
                        caller.key() == null,
                        Objects.requireNonNull(DIDS.get(queue)))
                .passes(dice.seconds(2.3, 2.9))
                .joins(queue);
        double mood = dice.share();
        boolean hasty = mood < 0.04;
        boolean stubborn = mood > 0.985;
        Duration patience = hasty ? dice.seconds(1, 4.5) : dice.around(75, 12, 290);
        // Everybody is away from the phone now and then, however few calls there are.
        Duration away = dice.chance(0.3) ? dice.around(35, 4, 310) : Duration.ZERO;
        Instant end = script.now().plus(stubborn ? LONGEST_WAIT : patience);
        return waits(
                script,
                caller,
                queue,
                stubborn ? end.plusMillis(1) : script.now().plus(away),
                end,
                stubborn);
    }

    private PastCall waits(
            CallScript script, FarEnd caller, String queue, Instant offered, Instant end, boolean stubborn) {
        Set<String> tried = new HashSet<>();
        Instant from = offered;
        while (true) {
            Optional<Turn> turn = shifts.first(queue, from, end, tried);
            if (turn.isEmpty()) {
                until(script, end);
                return unanswered(stubborn ? script.sentAway() : script.givesUp(false), caller);
            }
            String agent = turn.get().agent();
            until(script, turn.get().at());
            script.rings(agent);
            boolean missed = tried.isEmpty() && dice.chance(0.06);
            Duration rings = missed ? RING : dice.seconds(2.5, 9);
            if (script.now().plus(rings).isAfter(end)) {
                until(script, end);
                shifts.busy(agent, script.now());
                return unanswered(script.givesUp(true), caller);
            }
            if (!missed) {
                return talks(script.passes(rings).agentAnswers(), caller, queue, agent);
            }
            script.ringsOut(rings);
            shifts.busy(agent, script.now());
            tried.add(agent);
            from = script.now().plus(RETRY);
        }
    }

    private PastCall talks(CallScript script, FarEnd caller, String queue, String agent) {
        boolean support = queue.equals("support");
        Duration talk = dice.around(support ? 160 : 120, 18, 1_500);
        if (dice.chance(0.15)) {
            script.passes(talk.dividedBy(2)).holds(dice.seconds(12, 80)).passes(talk.dividedBy(2));
        } else {
            script.passes(talk);
        }
        Call call = archive.fold(script.hangsUp(dice.chance(0.35)).events());
        Duration wrap = dice.seconds(6, support ? 58 : 29);
        shifts.busy(agent, script.now().plus(wrap));
        boolean chosen = caller.shared() && dice.chance(0.75);
        return new PastCall(
                call,
                caller.key(),
                !caller.shared() || chosen ? caller.customer() : null,
                chosen,
                wrap.toMillis(),
                dice.pick(support ? Topic.SUPPORT : Topic.SALES),
                caller.chinese());
    }

    private PastCall unanswered(CallScript script, FarEnd caller) {
        return new PastCall(
                archive.fold(script.events()),
                caller.key(),
                caller.shared() ? null : caller.customer(),
                false,
                null,
                null,
                caller.chinese());
    }

    private static void until(CallScript script, Instant at) {
        if (at.isAfter(script.now())) {
            script.passes(Duration.between(script.now(), at));
        }
    }
}
