package dev.trunkline.acd;

import dev.trunkline.acd.AgentState.Busy;
import dev.trunkline.acd.AgentState.WrapUp;
import dev.trunkline.call.CoachLegs;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The agents in memory: moves their states and sees to what follows. On {@link AgentContext} only, but for loading. */
@ApplicationScoped
class AgentFloor {
    private final Map<UUID, Seat> byUser = new HashMap<>();
    private final Map<String, Seat> byExtension = new HashMap<>();
    private final Pool pool;
    private final Roster roster;
    private final AgentStateWriter writer;
    private final Membership membership;
    private final AgentNews news;
    private final AgentContext context;
    private final Clock clock;
    private Set<String> suspects = Set.of();
    private String pbx = "";

    AgentFloor(
            Pool pool,
            Roster roster,
            AgentStateWriter writer,
            Membership membership,
            AgentNews news,
            AgentContext context,
            Clock clock) {
        this.pool = pool;
        this.roster = roster;
        this.writer = writer;
        this.membership = membership;
        this.news = news;
        this.context = context;
        this.clock = clock;
    }

    /** Reads who takes calls; newcomers are seated in the state kept of them. Any thread may ask. */
    Uni<Void> load() {
        return roster.load()
                .flatMap(profiles -> pool.query("select * from agent_state")
                        .execute()
                        .map(rows -> {
                            Map<UUID, Row> kept = new HashMap<>();
                            rows.forEach(row -> kept.put(row.getUUID("user_id"), row));
                            return kept;
                        })
                        .flatMap(kept -> context.call(() -> {
                            seat(profiles, kept);
                            return Uni.createFrom().voidItem();
                        })));
    }

    Collection<Seat> seats() {
        return byUser.values();
    }

    Optional<Seat> seat(String extension) {
        return Optional.ofNullable(byExtension.get(extension));
    }

    String pbx() {
        return pbx;
    }

    void pbx(String name) {
        pbx = name;
    }

    Optional<Seat> seat(UUID userId) {
        return Optional.ofNullable(byUser.get(userId));
    }

    /** Whether the person still takes calls. */
    boolean has(Seat seat) {
        return byUser.get(seat.profile.userId()) == seat;
    }

    /** Keeps what changed of an agent besides the state; need not be waited for. */
    Uni<Void> keep(Seat seat) {
        return writer.save(seat.profile.userId(), seat.state, seat.presence, null);
    }

    /** Moves an agent and waits, within limits, until the state is kept and the PBX knows. */
    Uni<Optional<AgentStateView>> input(UUID userId, AgentInput input, Duration patience) {
        Seat seat = byUser.get(userId);
        if (seat == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        Uni<Void> kept = input(seat, input);
        Uni<Void> told = Uni.createFrom().completionStage(seat.whenTold());
        return Uni.join()
                .all(kept, told)
                .andCollectFailures()
                .ifNoItem()
                .after(patience)
                .recoverWithItem(List.<Void>of())
                .emitOn(context::run)
                .map(ignored -> Optional.of(seat.view()));
    }

    /** The agent's place in the queues is told anew, for another phone; waits within limits until it is. */
    Uni<Void> phoneChanged(UUID userId, Duration patience) {
        Seat seat = byUser.get(userId);
        if (seat == null) {
            return Uni.createFrom().voidItem();
        }
        membership.inDoubt(seat);
        Uni<Void> told = Uni.createFrom().completionStage(seat.whenTold());
        return told.ifNoItem()
                .after(patience)
                .fail()
                .onFailure(TimeoutException.class)
                .recoverWithNull();
    }

    /** Moves an agent. The result ends once the new state is kept and need not be waited for. */
    Uni<Void> input(Seat seat, AgentInput input) {
        Instant now = clock.instant();
        AgentState before = seat.state;
        AgentState after = before.on(input, now);
        if (after.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        seat.state = after;
        armWrapUp(seat);
        boolean goesOn = after.since().equals(before.since()) && sameWord(after, before);
        @Nullable Tuple spell = goesOn ? null : AgentStateWriter.spell(seat.profile, before, now);
        Uni<Void> kept = writer.save(seat.profile.userId(), after, seat.presence, spell);
        membership.stateChanged(seat);
        news.publish(seat);
        return kept;
    }

    /** The call is over for whoever had it. */
    void callGone(String callId) {
        for (Seat seat : byUser.values()) {
            if (seat.state instanceof Busy busy && busy.engagement().calls().containsKey(callId)) {
                input(seat, new AgentInput.CallGone(callId));
            }
        }
    }

    /** Lets go of coaches' legs that are not among these. */
    void coachLegs(Set<String> there) {
        inHand().filter(CoachLegs::is)
                .filter(leg -> !there.contains(leg))
                .toList()
                .forEach(this::callGone);
    }

    private Stream<String> inHand() {
        return byUser.values().stream()
                .flatMap(seat ->
                        seat.state instanceof Busy busy ? busy.engagement().calls().keySet().stream() : Stream.empty());
    }

    /** Lets go of calls that were not open now nor a sweep ago. A coach's leg is no call. */
    void sweep(Set<String> open) {
        Set<String> gone = inHand().filter(call -> !CoachLegs.is(call) && !open.contains(call))
                .collect(Collectors.toSet());
        gone.stream().filter(suspects::contains).toList().forEach(this::callGone);
        suspects = gone;
    }

    private static boolean sameWord(AgentState one, AgentState other) {
        return AgentStateView.word(one).equals(AgentStateView.word(other));
    }

    private void seat(List<AgentProfile> profiles, Map<UUID, Row> kept) {
        Set<UUID> present = new HashSet<>();
        for (AgentProfile profile : profiles) {
            present.add(profile.userId());
            Seat seat = byUser.get(profile.userId());
            if (seat == null) {
                seat = newcomer(profile, kept.get(profile.userId()));
                byUser.put(profile.userId(), seat);
                armWrapUp(seat);
                membership.stateChanged(seat);
            } else if (!seat.profile.equals(profile)) {
                change(seat, profile);
            }
            byExtension.put(profile.extension(), seat);
            news.show(seat);
        }
        List.copyOf(byUser.keySet()).stream()
                .filter(id -> !present.contains(id))
                .forEach(this::leave);
    }

    private Seat newcomer(AgentProfile profile, @Nullable Row kept) {
        Instant now = clock.instant();
        return kept == null
                ? new Seat(profile, new AgentState.Offline(now), Presence.NONE)
                : new Seat(
                        profile,
                        AgentStateRow.read(kept),
                        AgentStateRow.presence(kept).restarted(now));
    }

    private void change(Seat seat, AgentProfile profile) {
        AgentProfile old = seat.profile;
        if (!old.extension().equals(profile.extension())) {
            byExtension.remove(old.extension(), seat);
            membership.retire(old, Set.copyOf(seat.members.keySet()));
            seat.members.clear();
        }
        seat.profile = profile;
        boolean queuesChanged =
                !old.queues().equals(profile.queues()) || !old.levels().equals(profile.levels());
        if ((queuesChanged || !old.extension().equals(profile.extension()))
                && !(seat.state instanceof AgentState.Offline)) {
            membership.inDoubt(seat);
        }
    }

    /** The person takes calls no more. */
    private void leave(UUID userId) {
        Seat seat = byUser.get(userId);
        if (seat != null) {
            input(seat, new AgentInput.Wished(Wish.OFFLINE));
            byUser.remove(userId);
            byExtension.remove(seat.profile.extension(), seat);
            news.forget(userId);
        }
    }

    private void armWrapUp(Seat seat) {
        if (seat.wrapUpTimer != Seat.NO_TIMER) {
            context.cancel(seat.wrapUpTimer);
            seat.wrapUpTimer = Seat.NO_TIMER;
        }
        if (seat.state instanceof WrapUp wrapUp) {
            long left = Duration.between(clock.instant(), wrapUp.until()).toMillis() + 1;
            seat.wrapUpTimer = context.later(left, () -> input(seat, new AgentInput.Tick()));
        }
    }
}
