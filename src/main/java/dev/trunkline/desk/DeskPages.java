package dev.trunkline.desk;

import dev.trunkline.acd.Agents;
import dev.trunkline.identity.SessionEnded;
import dev.trunkline.shared.live.LivePage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The pages of desks as they come and go. A desk is open in one session at a time, in as many tabs as one likes: who
 * opens it in another takes it over, and the pages of the one before are told so. Whether an agent has a page at all is
 * told to {@link Agents}. Thread-safe.
 */
@ApplicationScoped
class DeskPages {
    private final Desks desks;
    private final Agents agents;

    DeskPages(Desks desks, Agents agents) {
        this.desks = desks;
        this.agents = agents;
    }

    void opened(AgentDesk desk, LivePage page) {
        List<LivePage> before = desk.add(page);
        before.forEach(other -> other.end(4409, "the desk was opened in another session"));
        page.pump();
        if (!before.isEmpty()) {
            desks.send(desk, new DeskMessage.Notice("desk-taken-over", Map.of()));
        }
        tell(desk, page.userId());
        before.stream()
                .map(LivePage::userId)
                .filter(other -> !other.equals(page.userId()))
                .distinct()
                .forEach(other -> tell(desk, other));
    }

    void closed(AgentDesk desk, LivePage page) {
        if (desk.remove(page)) {
            tell(desk, page.userId());
        }
    }

    /** Ends what a session that is over still shows. */
    void signedOut(@Observes SessionEnded ended) {
        desks.all()
                .forEach(desk -> desk.pages().stream()
                        .filter(page -> page.session().equals(ended.session()))
                        .forEach(page -> {
                            closed(desk, page);
                            page.signedOut();
                        }));
    }

    private void tell(AgentDesk desk, UUID userId) {
        agents.pagesChanged(userId, () -> desk.sessionOf(userId));
    }
}
