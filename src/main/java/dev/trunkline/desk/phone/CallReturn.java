package dev.trunkline.desk.phone;

import dev.trunkline.call.Call;
import dev.trunkline.call.LiveCalls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings a call to the browser that is the agent's phone now, after it was loaded anew and has lost its side of it, or from
 * the one that was the phone before: the PBX takes the other party out, plays music, and rings the browser.
 */
@ApplicationScoped
class CallReturn {
    private final LiveCalls calls;
    private final PbxPhones pbx;

    CallReturn(LiveCalls calls, PbxPhones pbx) {
        this.calls = calls;
        this.pbx = pbx;
    }

    /** Whether the agent has that call and it could be brought back; fails as {@link PbxPhones} do. */
    Uni<Boolean> to(String agent, String callId) {
        return calls.of(agent).stream()
                .filter(call -> call.id().equals(callId))
                .findFirst()
                .flatMap(call -> otherParty(call, agent))
                .map(leg -> pbx.returnToAgent(leg.id(), agent).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    /** The leg of the one other party to the talk with the agent's browser; empty when there are more, or none. */
    static Optional<Call.Leg> otherParty(Call call, String agent) {
        Optional<String> bridge = call.legs().stream()
                .filter(leg -> leg.endedAt() == null && agent.equals(leg.party()))
                .filter(leg -> leg.channel().startsWith("PJSIP/" + agent + "-web-"))
                .flatMap(leg -> Stream.ofNullable(leg.bridge()))
                .findFirst();
        List<Call.Leg> others = call.legs().stream()
                .filter(leg -> leg.endedAt() == null && !agent.equals(leg.party()))
                .filter(leg -> bridge.isPresent() && bridge.get().equals(leg.bridge()))
                .filter(leg -> leg.channel().startsWith("PJSIP/"))
                .toList();
        return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
    }
}
