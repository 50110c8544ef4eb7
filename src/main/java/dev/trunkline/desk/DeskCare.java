package dev.trunkline.desk;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives pages up that take nothing any more: a browser that hangs, a notebook that was shut, a network that swallows
 * everything. TCP alone would take a quarter of an hour to find out, and the agent would seem to have a page all that time.
 */
@ApplicationScoped
class DeskCare {
    private final Desks desks;
    private final Duration patience;

    DeskCare(Desks desks, @ConfigProperty(name = "trunkline.desk.patience", defaultValue = "20s") Duration patience) {
        this.desks = desks;
        this.patience = patience;
    }

    @Scheduled(every = "2s")
    void look() {
        desks.all()
                .forEach(desk -> desk.pages().stream()
                        .filter(page -> page.waitedFor(patience))
                        .forEach(page -> {
                            desk.remove(page);
                            page.giveUp();
                        }));
    }
}
