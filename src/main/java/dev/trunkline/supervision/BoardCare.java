package dev.trunkline.supervision;

import dev.trunkline.identity.AccessChanged;
import dev.trunkline.identity.Person;
import dev.trunkline.identity.SessionEnded;
import dev.trunkline.identity.Users;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.live.LivePage;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends pages of the board: those that take nothing any more or do not answer, those whose session is over, and now and then
 * every one. A page comes back by itself and misses nothing, and whether it still may is asked again.
 */
@ApplicationScoped
class BoardCare {
    private static final Duration PING_EVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(BoardCare.class);

    private final BoardStreams streams;
    private final Users users;
    private final Duration patience;

    BoardCare(
            BoardStreams streams,
            Users users,
            @ConfigProperty(name = "trunkline.desk.patience", defaultValue = "20s") Duration patience) {
        this.streams = streams;
        this.users = users;
        this.patience = patience;
    }

    @Scheduled(every = "2s")
    void look() {
        streams.pages().forEach(page -> {
            if (page.waitedFor(patience) || page.silentFor(patience)) {
                streams.close(page);
                page.giveUp();
            } else if (page.openFor(LONGEST)) {
                askAgain(page);
            } else {
                page.ping(PING_EVERY);
            }
        });
    }

    /** Who sees something else since an account was changed comes back for it; who may not watch any more does not. */
    void changed(@Observes AccessChanged change) {
        streams.pages()
                .forEach(page -> users.byId(page.userId())
                        .subscribe()
                        .with(
                                person -> look(page, person),
                                failure -> LOG.debug("Who watches the board is asked again later", failure)));
    }

    private void look(LivePage page, @Nullable Person person) {
        if (person == null || !person.active() || !person.reader().may(Permission.BOARD)) {
            streams.close(page);
            page.end(4403, "the board may not be watched any more");
        } else if (!Sight.of(person.reader()).equals(Sight.of(page.reader()))) {
            askAgain(page);
        }
    }

    private void askAgain(LivePage page) {
        streams.close(page);
        page.end(LivePage.COME_BACK, "whether the board may be watched is asked again");
    }

    void signedOut(@Observes SessionEnded ended) {
        streams.pages().stream()
                .filter(page -> page.session().equals(ended.session()))
                .forEach(page -> {
                    streams.close(page);
                    page.signedOut();
                });
    }
}
