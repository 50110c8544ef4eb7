package dev.trunkline.acd;

import dev.trunkline.call.CallChange;
import dev.trunkline.call.OpenCallIds;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.LinkState;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Agents' states: the one truth on the server, agreed with the PBX's queues, kept over a restart. Thread-safe; nothing
 * blocks.
 */
@ApplicationScoped
public class Agents {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final AgentFloor floor;
    private final AgentContext context;
    private final AgentNews news;
    private final Membership membership;
    private final QueueSettings settings;
    private final OpenCallIds openCalls;

    Agents(
            AgentFloor floor,
            AgentContext context,
            AgentNews news,
            Membership membership,
            QueueSettings settings,
            OpenCallIds openCalls) {
        this.floor = floor;
        this.context = context;
        this.news = news;
        this.membership = membership;
        this.settings = settings;
        this.openCalls = openCalls;
    }

    /** Takes up where the service stopped: after the channels are connected (1000), before the PBX is heard (2500). */
    void start(@Observes @Priority(1500) StartupEvent event) {
        settings.reload().chain(floor::load).await().atMost(START);
    }

    /** What the agent is doing, empty for somebody who takes no calls. */
    public Optional<AgentStateView> state(UUID userId) {
        return news.of(userId);
    }

    /** Everybody who takes calls, by extension. */
    public List<AgentView> all() {
        return news.all();
    }

    /**
     * The person wants something else; done at once or after the call.
     *
     * @return the state, once the PBX has been told or could not be; empty for somebody who takes no calls
     */
    public Uni<Optional<AgentStateView>> wish(UUID userId, Wish wish) {
        return input(userId, seat -> new AgentInput.Wished(wish));
    }

    /** The person asks for the whole wrap-up time again; changes nothing outside wrap-up. */
    public Uni<Optional<AgentStateView>> moreWrapUp(UUID userId) {
        return input(userId, seat -> new AgentInput.MoreWrapUp(floor.longestWrapUp(seat)));
    }

    /** The person has finished the wrap-up of this call. */
    public Uni<Optional<AgentStateView>> wrapUpDone(UUID userId, String callId) {
        return input(userId, seat -> new AgentInput.WrapUpDone(callId));
    }

    /** Users, their extensions or their queues changed. */
    public Uni<Void> membersChanged() {
        return floor.load();
    }

    void heard(CallChange change) {
        context.run(() -> {
            if (change instanceof CallChange.Ended) {
                floor.callGone(change.call().id());
            } else {
                CallInputs.of(change, settings::wrapUp, settings::missedLimit)
                        .ifPresent(it -> floor.seat(it.agent()).ifPresent(seat -> floor.input(seat, it.input())));
            }
        });
    }

    void heard(PbxState state) {
        context.run(() -> {
            switch (state) {
                case PbxState.Link link
                when link.state() == LinkState.UP -> {
                    floor.pbx(link.pbx());
                    membership.linkUp(floor.seats());
                }
                case PbxState.Link ignored -> membership.linkDown(floor.seats());
                case PbxState.Member member ->
                    floor.seat(member.agent()).ifPresent(seat -> membership.member(seat, member));
                case PbxState.MemberGone gone ->
                    floor.seat(gone.agent()).ifPresent(seat -> membership.memberGone(seat, gone));
            }
        });
    }

    /** Users come and go through other replicas too. */
    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return floor.load();
    }

    /** Frees agents from calls that nobody has any more, should the news of their end have been lost. */
    @Scheduled(every = "15s", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        context.run(() -> {
            if (membership.up()) {
                floor.sweep(openCalls.openCalls(floor.pbx()));
            }
        });
    }

    private Uni<Optional<AgentStateView>> input(UUID userId, Function<Seat, AgentInput> input) {
        return known(userId).flatMap(known -> context.call(() -> floor.input(userId, input, PATIENCE)));
    }

    /** A user made a moment ago is looked up. */
    private Uni<Void> known(UUID userId) {
        return news.of(userId).isPresent() ? Uni.createFrom().voidItem() : floor.load();
    }
}
