package dev.trunkline.desk;

import dev.trunkline.acd.AgentView;
import dev.trunkline.acd.Agents;
import dev.trunkline.coaching.AgentMessage;
import dev.trunkline.coaching.CoachedInVain;
import dev.trunkline.coaching.CoachingChanged;
import dev.trunkline.coaching.CoachingConfig;
import dev.trunkline.coaching.Coachings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Tells coaches of their part in calls, agents who takes part in theirs, and brings them messages. Nothing here waits. */
@ApplicationScoped
class DeskCoaching {
    private final Desks desks;
    private final Coachings coachings;
    private final CoachingConfig config;
    private final Agents agents;

    DeskCoaching(Desks desks, Coachings coachings, CoachingConfig config, Agents agents) {
        this.desks = desks;
        this.coachings = coachings;
        this.config = config;
        this.agents = agents;
    }

    /** As the person with this extension is shown it. */
    DeskMessage.Coached of(String extension) {
        return new DeskMessage.Coached(
                coachings.by(extension).orElse(null),
                coachings.with(extension).stream()
                        .filter(one -> config.shownToAgent().shows(one))
                        .toList());
    }

    void changed(@Observes CoachingChanged change) {
        tell(change.coach());
        String agent = change.agent();
        if (agent != null) {
            tell(agent);
        }
    }

    private void tell(String extension) {
        desks.send(desks.of(extension), of(extension));
    }

    void inVain(@Observes CoachedInVain news) {
        String code = switch (news.reason()) {
            case NOT_REACHED -> "coach-not-placed";
            case NOT_TAKEN_OVER -> "not-taken-over";
        };
        desks.send(desks.of(news.coach()), new DeskMessage.Notice(code, Map.of()));
    }

    void sent(@Observes AgentMessage message) {
        agents.all().stream()
                .filter(agent -> agent.userId().equals(message.agentId()))
                .map(AgentView::extension)
                .findFirst()
                .ifPresent(extension -> desks.send(
                        desks.of(extension),
                        new DeskMessage.Notice(
                                "message",
                                Map.of(
                                        "id", message.id().toString(),
                                        "by", message.senderName(),
                                        "text", message.text(),
                                        "at", message.at().toString()))));
    }
}
