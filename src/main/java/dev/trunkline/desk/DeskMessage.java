package dev.trunkline.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.trunkline.acd.AgentStateView;
import dev.trunkline.call.history.CallView;
import dev.trunkline.coaching.CoachingView;
import dev.trunkline.desk.control.LineView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an agent's page is told. Each goes out as JSON with {@code seq}, {@code type} and {@code at}. */
sealed interface DeskMessage {

    /**
     * Everything as it is: stands for all messages before it.
     *
     * @param calls the agent's calls that are open or still to be wrapped up
     * @param lines how the agent's phone stands in those it is in, by call
     * @param coaching as in {@link Coached}
     */
    record Snapshot(
            @Nullable AgentStateView agent,
            List<CallView> calls,
            Map<String, LineView> lines,
            List<Pop> pops,
            Coached coaching,
            Instant serverTime)
            implements DeskMessage {}

    /** A call is offered to the agent, or more is known of one that was. */
    record Popped(@JsonUnwrapped Pop pop) implements DeskMessage {}

    /**
     * A call of the agent changed.
     *
     * @param line how the agent's phone stands in it, null when it is not in it
     * @param gone whether the call is not the agent's any more: the offer was not taken
     */
    record CallChanged(CallView call, @Nullable LineView line, boolean gone) implements DeskMessage {}

    /** The agent's state changed. */
    record AgentChanged(AgentStateView agent) implements DeskMessage {}

    /**
     * Something to do came up, changed or was done.
     *
     * @param event word such as {@code ticket.created}
     */
    record Task(String event, String id, Map<String, Object> facts) implements DeskMessage {}

    /**
     * Something to know.
     *
     * @param code word that the page has a text for
     */
    record Notice(String code, Map<String, Object> params) implements DeskMessage {}

    /**
     * Whose call the person takes part in, or who takes part in the person's own.
     *
     * @param own the person's part in an agent's call, null for none
     * @param with who takes part in the person's call, as far as the person is shown it
     */
    record Coached(@Nullable CoachingView own, List<CoachingView> with) implements DeskMessage {
        public Coached {
            with = List.copyOf(with);
        }
    }

    /**
     * The tab that has the agent's call is to do something with it, and to answer.
     *
     * @param ask what the answer names
     * @param action word such as {@code hold}
     * @param until later than this it is not meant any more
     */
    record PhoneAsked(String ask, String callId, String action, Instant until) implements DeskMessage {}

    /** The word for {@code type}. */
    default String type() {
        return switch (this) {
            case Snapshot ignored -> "snapshot";
            case Popped ignored -> "pop";
            case CallChanged ignored -> "call";
            case AgentChanged ignored -> "agent";
            case Task ignored -> "task";
            case Notice ignored -> "notice";
            case Coached ignored -> "coaching";
            case PhoneAsked ignored -> "phone";
        };
    }
}
