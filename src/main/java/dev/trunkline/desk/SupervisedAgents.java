package dev.trunkline.desk;

import dev.trunkline.acd.Agents;
import dev.trunkline.call.Call;
import dev.trunkline.call.LiveCalls;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.page.HeldList;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everybody who takes calls, with state, phone and call, and word of each change. Never blocks. */
@ApplicationScoped
class SupervisedAgents {
    private static final Duration LOOK = Duration.ofMillis(500);

    /** Word goes out this often though nothing changed, so that nothing in between takes the line for dead. */
    private static final Duration BEAT = Duration.ofSeconds(20);

    /** As a supervisor asks: who is at work, and with what. */
    private static final List<String> STATES =
            List.of("ringing", "on-call", "wrap-up", "available", "break", "offline");

    private static final HeldList<SupervisedAgent> ORDERS = HeldList.of(
                    (SupervisedAgent agent) -> agent.userId().toString())
            .by("extension", Comparator.comparing(SupervisedAgent::extension))
            .by("name", Comparator.comparing(SupervisedAgent::name, String.CASE_INSENSITIVE_ORDER))
            .by(
                    "state",
                    Comparator.comparingInt((SupervisedAgent agent) ->
                                    STATES.indexOf(agent.state().state()))
                            .thenComparing(agent -> agent.state().since()))
            .by("since", Comparator.comparing(agent -> agent.state().since()));

    private final Agents agents;
    private final LiveCalls calls;
    private final CallerLookup callers;
    private final Clock clock;
    private final Multi<AgentsChanged> changes;

    /** How things stood at a look. */
    private record Look(List<SupervisedAgent> all, long beat) {}

    SupervisedAgents(Agents agents, LiveCalls calls, CallerLookup callers, Clock clock) {
        this.agents = agents;
        this.calls = calls;
        this.callers = callers;
        this.clock = clock;
        // One look for all who watch, and none while nobody does.
        this.changes = Multi.createFrom()
                .ticks()
                .every(LOOK)
                .onOverflow()
                .drop()
                .map(tick -> new Look(all(), clock.millis() / BEAT.toMillis()))
                .skip()
                .repetitions()
                .map(look -> news())
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    /** A page of them, each saying whether the reader may set the state. */
    Page<SupervisedAgent> list(Reader reader, ListQuery query, AgentsFilter filter) {
        Predicate<SupervisedAgent> wanted = filter.of(reader, query.search());
        return ORDERS.page(query, all().stream().filter(wanted).toList())
                .map(agent -> agent.steerable(ForcedStates.answersFor(reader, agent.teamId())));
    }

    /** Word that something changed: once at the beginning, then within half a second. Who does not keep up misses some. */
    Multi<AgentsChanged> live() {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(this::news),
                        changes.onOverflow().dropPreviousItems());
    }

    private AgentsChanged news() {
        return new AgentsChanged(clock.instant());
    }

    private List<SupervisedAgent> all() {
        Map<String, SupervisedAgent.CallInHand> current = current();
        return agents.all().stream()
                .flatMap(agent -> agents.state(agent.userId()).stream()
                        .map(state -> SupervisedAgent.of(
                                agent, state, state.callId() == null ? null : current.get(state.callId()))))
                .toList();
    }

    private Map<String, SupervisedAgent.CallInHand> current() {
        Set<String> ids = agents.all().stream()
                .flatMap(agent -> Stream.ofNullable(agent.callId()))
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : calls.where(call -> ids.contains(call.id())).stream()
                        .collect(Collectors.toMap(
                                Call::id,
                                call -> SupervisedAgent.CallInHand.of(call, callers.otherSide(call)),
                                (one, same) -> one));
    }

    /** Something of what the list shows has changed; what it is, the list says. */
    record AgentsChanged(Instant at) {}
}
