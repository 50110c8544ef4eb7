package dev.trunkline.supervision;

import dev.trunkline.acd.AgentView;
import dev.trunkline.call.Call;
import dev.trunkline.coaching.CoachingView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agent on the board.
 *
 * @param teamId null for people of no team
 * @param since when the state began, by the server's clock
 * @param reason of a break
 * @param phoneReachable false when the PBX says that it cannot ring the agent's phone
 * @param queues names of the queues the agent serves, sorted
 * @param call the call that the phone rings for or is in, null without one
 * @param coaches who takes part in the agent's talk
 */
@Schema(name = "BoardAgent")
public record BoardAgent(
        UUID userId,
        String name,
        String extension,
        @Nullable UUID teamId,
        @Nullable String teamName,

        @Schema(enumeration = {"offline", "available", "break", "ringing", "on-call", "wrap-up"})
        String state,

        Instant since,
        @Nullable String reason,
        boolean phoneReachable,
        List<String> queues,
        @Nullable InHand call,
        List<Coach> coaches) {
    private static final List<String> WITH_CALL = List.of("ringing", "on-call");

    public BoardAgent {
        queues = List.copyOf(queues);
        coaches = List.copyOf(coaches);
    }

    static BoardAgent of(AgentView agent, @Nullable InHand call, List<CoachingView> coaches) {
        return new BoardAgent(
                agent.userId(),
                agent.name(),
                agent.extension(),
                agent.teamId(),
                agent.teamName(),
                agent.state(),
                agent.since(),
                agent.reason(),
                agent.phoneReachable(),
                agent.queues(),
                call,
                coaches.stream()
                        .map(one -> new Coach(one.coachName(), one.mode()))
                        .toList());
    }

    /** The id of the call that the agent's phone rings for or is in, null without one. */
    static @Nullable String callOf(AgentView agent) {
        return WITH_CALL.contains(agent.state()) ? agent.callId() : null;
    }

    /** Whether both are the same agent, of the same team and queues. */
    boolean samePerson(BoardAgent other) {
        return userId.equals(other.userId)
                && name.equals(other.name)
                && extension.equals(other.extension)
                && Objects.equals(teamId, other.teamId)
                && Objects.equals(teamName, other.teamName)
                && queues.equals(other.queues);
    }

    /** The same agent but for what is known of the call besides which it is. */
    Shown shown() {
        return new Shown(
                new BoardAgent(
                        userId,
                        name,
                        extension,
                        teamId,
                        teamName,
                        state,
                        since,
                        reason,
                        phoneReachable,
                        queues,
                        null,
                        coaches),
                call == null ? null : call.call().id(),
                call == null ? null : call.since());
    }

    /** Somebody who takes part in the agent's talk. */
    @Schema(name = "BoardCoach")
    public record Coach(
            String name,

            @Schema(enumeration = {"listen", "whisper", "barge"}) @Nullable
            String mode) {}

    /** What makes an agent's message. */
    record Shown(
            BoardAgent agent,
            @Nullable String callId,
            @Nullable Instant since) {}

    /**
     * The call that an agent's phone rings for or is in.
     *
     * @param since when the talk began, or the phone began to ring; by the PBX's clock
     */
    @Schema(name = "BoardCallInHand")
    public record InHand(Instant since, BoardCall call) {

        /** When an agent, by extension, began to talk in a call, or the phone to ring for it. */
        static Instant since(Call call, String agent) {
            Stream<Instant> talks = call.segments().stream()
                    .filter(segment -> segment.to() == null && segment.agent().equals(agent))
                    .map(Call.Segment::from);
            Stream<Instant> rings = call.visits().stream()
                    .flatMap(visit -> visit.offers().stream())
                    .filter(offer -> offer.outcome() == null && offer.agent().equals(agent))
                    .map(Call.Offer::at);
            Stream<Instant> phones = call.legs().stream()
                    .filter(leg -> leg.endedAt() == null && agent.equals(leg.party()))
                    .map(leg -> leg.ringingAt() == null ? leg.startedAt() : leg.ringingAt());
            return Stream.of(talks, rings, phones)
                    .flatMap(since -> since)
                    .findFirst()
                    .orElse(call.startedAt());
        }
    }
}
