package dev.trunkline.supervision;

import dev.trunkline.acd.AgentView;
import dev.trunkline.acd.Agents;
import dev.trunkline.acd.QueueGoal;
import dev.trunkline.acd.QueueGoals;
import dev.trunkline.call.Call;
import dev.trunkline.call.LiveCalls;
import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.coaching.Coachings;
import dev.trunkline.supervision.BoardAgent.InHand;
import dev.trunkline.supervision.BoardQueue.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The board as it is: the calls going on, what the day's calls gave, the alarms that stand. Thread-safe; never blocks. */
@ApplicationScoped
class Board {
    private static final Comparator<Waiting> LONGEST_FIRST =
            Comparator.comparing(Waiting::since).thenComparing(one -> one.call().id());
    private static final Comparator<BoardQueue> BY_LABEL = Comparator.comparing(
                    BoardQueue::label, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(BoardQueue::name);

    private final Agents agents;
    private final QueueGoals goals;
    private final LiveCalls live;
    private final PbxLink pbx;
    private final CallerNames names;
    private final Coachings coachings;
    private final Clock clock;
    private final ZoneId zone;
    private final DayBook book;
    private Map<String, Call> open = new HashMap<>();
    private Alarms alarms = Alarms.NONE;

    Board(
            Agents agents,
            QueueGoals goals,
            LiveCalls live,
            PbxLink pbx,
            CallerNames names,
            Coachings coachings,
            Clock clock,
            @ConfigProperty(name = "trunkline.time-zone") Optional<String> zone) {
        this.agents = agents;
        this.goals = goals;
        this.live = live;
        this.pbx = pbx;
        this.names = names;
        this.coachings = coachings;
        this.clock = clock;
        this.zone = zone.map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        this.book = new DayBook(today());
    }

    /** The day it is now. */
    Day today() {
        return Day.of(clock.instant(), zone);
    }

    /** A call is so now. */
    synchronized void seen(Call call) {
        if (call.open()) {
            open.put(call.id(), call);
        } else {
            open.remove(call.id());
        }
        turn();
        book.put(Contribution.of(call));
    }

    /** The day's calls are so in the database; those going on are asked for here, so that none is missed in between. */
    synchronized void recount(Collection<Contribution> stored) {
        Map<String, Call> now = new HashMap<>();
        live.where(call -> true).forEach(call -> now.put(call.id(), call));
        open = now;
        turn();
        book.recount(stored, now.values().stream().map(Contribution::of).toList());
    }

    /** All of it, as it is now. */
    synchronized Picture picture() {
        turn();
        Instant now = clock.instant();
        // While the PBX is not heard nobody knows who still waits.
        PbxState.Link link = pbx.current();
        Instant pbxNow = (link.state() == LinkState.UP ? now : link.at()).plus(pbx.clockAhead());
        Map<String, List<Waiting>> waiting = waiting();
        List<BoardQueue> queues = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        for (QueueGoal goal : goals.goals()) {
            List<Waiting> here = waiting.getOrDefault(goal.name(), List.of());
            BoardQueue queue = BoardQueue.of(
                    goal, book.of(goal), here.stream().sorted(LONGEST_FIRST).toList());
            queues.add(queue);
            readings.addAll(Reading.of(goal, queue, pbxNow));
        }
        alarms = alarms.next(readings, now);
        queues.sort(BY_LABEL);
        Picture picture = new Picture(
                Heading.of(book.day(), pbx.current(), pbx.clockAhead()),
                queues,
                agents.all().stream().map(this::agent).toList(),
                alarms.all());
        names.keep(open.keySet());
        return picture;
    }

    /** Nobody watches: alarms begin anew with who comes next, and callers' names are not kept. */
    synchronized void unwatched() {
        alarms = Alarms.NONE;
        names.keep(Set.of());
    }

    private void turn() {
        if (!book.day().contains(clock.instant())) {
            book.turnTo(today());
            // By the PBX's clock some may have joined in the new day before.
            open.values().stream().map(Contribution::of).forEach(book::put);
        }
    }

    private Map<String, List<Waiting>> waiting() {
        Map<String, List<Waiting>> waiting = new HashMap<>();
        for (Call call : open.values()) {
            Call.Visit visit = call.visits().isEmpty() ? null : call.visits().getLast();
            if (visit != null && visit.leftAt() == null && visit.outcome() == null) {
                List<String> ringing = visit.offers().stream()
                        .filter(offer -> offer.outcome() == null)
                        .map(Call.Offer::agent)
                        .sorted()
                        .toList();
                waiting.computeIfAbsent(visit.queue(), queue -> new ArrayList<>())
                        .add(new Waiting(visit.joinedAt(), ringing, BoardCall.of(call, names.of(call))));
            }
        }
        return waiting;
    }

    private BoardAgent agent(AgentView agent) {
        String callId = BoardAgent.callOf(agent);
        Call call = callId == null ? null : open.get(callId);
        return BoardAgent.of(
                agent,
                call == null
                        ? null
                        : new InHand(InHand.since(call, agent.extension()), BoardCall.of(call, names.of(call))),
                coachings.with(agent.extension()));
    }
}
