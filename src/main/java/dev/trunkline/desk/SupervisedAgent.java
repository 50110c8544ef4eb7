package dev.trunkline.desk;

import dev.trunkline.acd.AgentStateView;
import dev.trunkline.acd.AgentView;
import dev.trunkline.call.Call;
import dev.trunkline.shared.phone.PhoneIdentity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes calls, for those who answer for agents.
 *
 * @param teamId null for people of no team
 * @param queues names of the queues the agent serves
 * @param call the call that the agent's phone is in or rings for, null without one
 * @param steerable whether the reader may set the agent's state
 */
record SupervisedAgent(
        UUID userId,
        String username,
        String name,
        String extension,
        @Nullable UUID teamId,
        @Nullable String teamName,
        List<String> queues,
        AgentStateView state,
        @Nullable CallInHand call,
        boolean steerable) {

    SupervisedAgent {
        queues = List.copyOf(queues);
    }

    static SupervisedAgent of(AgentView agent, AgentStateView state, @Nullable CallInHand call) {
        return new SupervisedAgent(
                agent.userId(),
                agent.username(),
                agent.name(),
                agent.extension(),
                agent.teamId(),
                agent.teamName(),
                agent.queues(),
                state,
                call,
                false);
    }

    SupervisedAgent steerable(boolean may) {
        return new SupervisedAgent(userId, username, name, extension, teamId, teamName, queues, state, call, may);
    }

    /**
     * A call that goes on, in short.
     *
     * @param from the calling number as presented, null when none or withheld
     * @param fromName the calling name as presented: hostile text, bounded
     * @param to the DID of an inbound call, the number or extension dialled otherwise
     * @param number the other side's number in E.164, null when withheld and for what is no such number
     * @param queue the queue visited last, null for none
     * @param startedAt by the PBX's clock
     */
    @Schema(name = "CallInHand")
    record CallInHand(
            String id,
            Call.Direction direction,
            @Nullable String from,
            @Nullable String fromName,
            boolean withheld,
            @Nullable String to,
            @Nullable String number,
            @Nullable String queue,
            Instant startedAt) {

        static CallInHand of(Call call, @Nullable PhoneIdentity otherSide) {
            return new CallInHand(
                    call.id(),
                    call.direction(),
                    call.from(),
                    call.fromName(),
                    call.withheld(),
                    call.to(),
                    otherSide == null ? null : otherSide.e164(),
                    call.queue(),
                    call.startedAt());
        }
    }
}
