package dev.trunkline.acd;

import dev.trunkline.call.CallChange;
import dev.trunkline.call.OpenCallIds;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.identity.SessionEnded;
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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Agents' states: the one truth on the server, agreed with the PBX's queues, kept over a restart. Thread-safe; nothing
 * blocks.
 */
@ApplicationScoped
public class Agents {
    private static final Logger LOG = LoggerFactory.getLogger(Agents.class);
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final AgentFloor floor;
    private final Attendance attendance;
    private final AgentContext context;
    private final AgentNews news;
    private final Membership membership;
    private final QueueSettings settings;
    private final OpenCallIds openCalls;

    Agents(
            AgentFloor floor,
            Attendance attendance,
            AgentContext context,
            AgentNews news,
            Membership membership,
            QueueSettings settings,
            OpenCallIds openCalls) {
        this.floor = floor;
        this.attendance = attendance;
        this.context = context;
        this.news = news;
        this.membership = membership;
        this.settings = settings;
        this.openCalls = openCalls;
    }

    /** Takes up where the service stopped: after the channels are connected (1000), before the PBX is heard (2500). */
    void start(@Observes @Priority(1500) StartupEvent event) {
        settings.reload().chain(this::load).await().atMost(START);
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
        return input(userId, new AgentInput.Wished(wish));
    }

    /**
     * The person asks for the whole wrap-up time of the call's queue again; changes nothing outside wrap-up, nor when that
     * was asked for too often.
     */
    public Uni<Optional<AgentStateView>> moreWrapUp(UUID userId) {
        return input(userId, new AgentInput.MoreWrapUp());
    }

    /** The person has finished the wrap-up of this call. */
    public Uni<Optional<AgentStateView>> wrapUpDone(UUID userId, String callId) {
        return input(userId, new AgentInput.WrapUpDone(callId));
    }

    /** The person uses another phone: the PBX's queues ring that one once this ends, or as soon as they can be told. */
    public Uni<Void> phoneChanged(UUID userId) {
        return context.call(() -> floor.phoneChanged(userId, PATIENCE));
    }

    /**
     * Pages of the person's desk were opened or closed. Any thread may tell, in any order: what is asked then counts.
     *
     * @param session gives the session whose pages are open, empty when none is
     */
    public void pagesChanged(UUID userId, Supplier<Optional<String>> session) {
        known(userId)
                .subscribe()
                .with(
                        known -> context.run(
                                () -> floor.seat(userId).ifPresent(seat -> attendance.pages(seat, session.get()))),
                        failure ->
                                LOG.warn("It is not known yet whether {} has a page: {}", userId, failure.toString()));
    }

    /** Who signs out takes no more calls, unless the desk is open in another session. */
    void signedOut(@Observes SessionEnded ended) {
        context.run(() -> floor.seat(ended.userId())
                .filter(seat -> seat.session == null || seat.session.equals(ended.session()))
                .ifPresent(seat -> {
                    attendance.signedOut(seat);
                    floor.input(seat, new AgentInput.Wished(Wish.OFFLINE));
                }));
    }

    void queueTold(@Observes PbxQueues.QueueTold told) {
        context.run(() -> membership.queueTold(told.queue(), floor.seats()));
    }

    /** Users, their extensions or their queues changed. */
    public Uni<Void> membersChanged() {
        return load();
    }

    private Uni<Void> load() {
        return floor.load().invoke(() -> context.run(attendance::seated));
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
                case PbxState.Link ignored -> {
                    membership.linkDown(floor.seats());
                    floor.seats().forEach(attendance::phone);
                }
                case PbxState.Member member ->
                    floor.seat(member.agent()).ifPresent(seat -> {
                        membership.member(seat, member);
                        attendance.phone(seat);
                    });
                case PbxState.MemberGone gone ->
                    floor.seat(gone.agent()).ifPresent(seat -> {
                        membership.memberGone(seat, gone);
                        attendance.phone(seat);
                    });
                case PbxState.CoachLeg leg ->
                    floor.seat(leg.coach()).ifPresent(seat -> floor.input(seat, CallInputs.of(leg)));
                case PbxState.CoachLegsVerified there -> floor.coachLegs(there.legIds());
            }
        });
    }

    /** Users come and go through other replicas too. */
    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return load();
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

    private Uni<Optional<AgentStateView>> input(UUID userId, AgentInput input) {
        return known(userId)
                .flatMap(known -> context.call(() -> {
                    if (input instanceof AgentInput.Wished) {
                        floor.seat(userId).ifPresent(attendance::wished);
                    }
                    return floor.input(userId, input, PATIENCE);
                }));
    }

    /** A user made a moment ago is looked up. */
    private Uni<Void> known(UUID userId) {
        return news.of(userId).isPresent() ? Uni.createFrom().voidItem() : load();
    }
}
