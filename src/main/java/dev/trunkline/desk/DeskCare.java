package dev.trunkline.desk;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives pages up that take nothing any more, or do not answer a ping: a browser that hangs, a notebook that was shut, a
 * network that swallows everything. TCP alone would take a quarter of an hour to find out, and the agent would seem to have
 * a page all that time. Browsers answer pings by themselves, in background tabs too.
 */
@ApplicationScoped
class DeskCare {
    private static final Duration PING_EVERY = Duration.ofSeconds(10);

    private final Desks desks;
    private final DeskPages pages;
    private final Duration patience;

    DeskCare(
            Desks desks,
            DeskPages pages,
            @ConfigProperty(name = "trunkline.desk.patience", defaultValue = "20s") Duration patience) {
        this.desks = desks;
        this.pages = pages;
        this.patience = patience;
    }

    @Scheduled(every = "2s")
    void look() {
        desks.all()
                .forEach(desk -> desk.pages().forEach(page -> {
                    if (page.waitedFor(patience) || page.silentFor(patience)) {
                        pages.closed(desk, page);
                        page.giveUp();
                    } else {
                        page.ping(PING_EVERY);
                    }
                }));
    }
}
