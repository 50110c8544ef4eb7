package dev.trunkline.desk;

import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of agents can be narrowed by, as a {@code @BeanParam}. Raw text from outside. */
public class AgentsFilter {
    private static final List<String> STATES =
            List.of("offline", "available", "break", "ringing", "on-call", "wrap-up");

    @QueryParam("state")
    @Parameter(description = "States, with commas between them")
    @Nullable
    String state;

    @QueryParam("queue")
    @Parameter(description = "Name of a queue that the agent serves")
    @Nullable
    String queue;

    @QueryParam("team")
    @Parameter(description = "A team's id, or mine")
    @Nullable
    String team;

    @QueryParam("phone")
    @Parameter(description = "reachable or unreachable")
    @Nullable
    String phone;

    /**
     * What passes.
     *
     * @param text to be found in name, user name or extension, null for any
     * @throws Problem 422 for a word that is none
     */
    Predicate<SupervisedAgent> of(Reader reader, @Nullable String text) {
        List<String> states = state == null || state.isBlank() ? List.of() : List.of(state.split(",", -1));
        if (!STATES.containsAll(states)) {
            throw Problem.invalid("state", "unknown-word", "must be of " + String.join(", ", STATES));
        }
        if (phone != null && !phone.equals("reachable") && !phone.equals("unreachable")) {
            throw Problem.invalid("phone", "unknown-word", "must be reachable or unreachable");
        }
        String wanted = "mine".equals(team) ? String.valueOf(reader.teamId()) : team;
        String low = text == null ? null : text.toLowerCase(Locale.ROOT);
        return agent -> (states.isEmpty() || states.contains(agent.state().state()))
                && (queue == null || agent.queues().contains(queue))
                && (wanted == null || agent.teamId() != null && wanted.equals(String.valueOf(agent.teamId())))
                && (phone == null || agent.state().phoneReachable() == phone.equals("reachable"))
                && (low == null || named(agent, low));
    }

    private static boolean named(SupervisedAgent agent, String low) {
        return agent.name().toLowerCase(Locale.ROOT).contains(low)
                || agent.username().toLowerCase(Locale.ROOT).contains(low)
                || agent.extension().contains(low);
    }
}
