package dev.trunkline.desk;

import dev.trunkline.acd.AgentStateView;
import dev.trunkline.acd.Agents;
import dev.trunkline.call.Call;
import dev.trunkline.call.history.CallHistory;
import dev.trunkline.call.history.CallView;
import dev.trunkline.desk.control.LineView;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.live.MessageStream;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the message that stands for everything a desk has been told before. */
@ApplicationScoped
class DeskSnapshots {
    private final Desks desks;
    private final Agents agents;
    private final CallHistory calls;
    private final DeskCoaching coaching;
    private final Clock clock;

    DeskSnapshots(Desks desks, Agents agents, CallHistory calls, DeskCoaching coaching, Clock clock) {
        this.desks = desks;
        this.agents = agents;
        this.calls = calls;
        this.coaching = coaching;
        this.clock = clock;
    }

    /** The desk as it is. Its number is taken first: what happens while it is made is told again, which does no harm. */
    Uni<MessageStream.Frame> of(Reader reader, AgentDesk desk) {
        long seq = desk.stream().last();
        AgentStateView agent = agents.state(reader.userId()).orElse(null);
        return earlier(agent, desk).map(earlier -> {
            List<CallView> shown = Stream.concat(desk.calls().stream().map(CallView::live), earlier.stream())
                    .toList();
            return new MessageStream.Frame(
                    seq,
                    desks.text(
                            seq,
                            new DeskMessage.Snapshot(
                                    agent,
                                    shown,
                                    lines(desk),
                                    desk.pops(),
                                    coaching.of(desk.agent()),
                                    clock.instant())));
        });
    }

    private static Map<String, LineView> lines(AgentDesk desk) {
        Map<String, LineView> lines = new HashMap<>();
        for (Call call : desk.calls()) {
            LineView line = LineView.of(call, desk.agent());
            if (line != null) {
                lines.put(call.id(), line);
            }
        }
        return lines;
    }

    /** The call that is being wrapped up, when it ended before this run of the service began. */
    private Uni<Optional<CallView>> earlier(@Nullable AgentStateView agent, AgentDesk desk) {
        String callId = agent == null ? null : agent.callId();
        return callId == null || desk.call(callId).isPresent()
                ? Uni.createFrom().item(Optional.empty())
                : calls.byId(callId);
    }
}
