package dev.trunkline.desk.phone;

import dev.trunkline.call.PbxLink;
import dev.trunkline.identity.AccessChanged;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.problem.Problem;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives browsers the passwords by which they are phones, and ends them: with their time, with the session that asked for
 * them, and when their owner leaves the extension. Only the PBX keeps them. Thread-safe; nothing blocks.
 */
@ApplicationScoped
class BrowserCredentials {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserCredentials.class);

    private final Phones phones;
    private final PhoneStore store;
    private final PbxPhones pbx;
    private final PbxLink link;
    private final PhoneAddress address;
    private final PhoneConfig config;
    private final Clock clock;

    BrowserCredentials(
            Phones phones,
            PhoneStore store,
            PbxPhones pbx,
            PbxLink link,
            PhoneAddress address,
            PhoneConfig config,
            Clock clock) {
        this.phones = phones;
        this.store = store;
        this.pbx = pbx;
        this.link = link;
        this.address = address;
        this.config = config;
        this.clock = clock;
    }

    /**
     * New credentials for the agent's browser.
     *
     * @param held the claim of credentials it had before, null to become the phone instead of any other browser
     */
    Uni<PhoneCredentials> give(Reader reader, byte[] session, @Nullable UUID held) {
        String extension = Phones.extension(reader);
        if (link.simulated()) {
            throw Phones.noBrowser();
        }
        if (!phones.atBrowser(extension)) {
            throw atTheDesk();
        }
        return pbx.inTurn(extension, () -> {
            String password = PhonePasswords.next();
            Instant until = clock.instant().plus(config.credentialsLast());
            // First what ends them, then what begins them: a crash in between must not leave them valid for ever.
            return store.claim(reader.userId(), extension, session, held, until)
                    .map(claim -> claim.orElseThrow(() -> held == null ? atTheDesk() : elsewhere()))
                    .call(() -> pbx.set(extension, true, password))
                    .map(claim -> address.credentials(extension, password, until, claim));
        });
    }

    /** A session or an account has ended: what it stood for ends now, not in a while. */
    void changed(@Observes AccessChanged change) {
        endOverdue().subscribe().with(done -> {}, failure -> LOG.warn("Browser credentials stay for a while", failure));
    }

    /** Takes back what has lost its ground: the PBX gets a password that nobody has. */
    @Scheduled(every = "20s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> endOverdue() {
        if (link.simulated()) {
            return Uni.createFrom().voidItem();
        }
        return store.overdue(clock.instant())
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(this::end)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> end(PhoneStore.Overdue overdue) {
        String extension = overdue.extension();
        return pbx.inTurn(
                        extension,
                        () -> store.stands(overdue)
                                .chain(stands -> stands
                                        ? pbx.endPassword(extension, overdue.theirs() && overdue.atBrowser())
                                                .chain(() -> store.ended(overdue))
                                        : Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(failure -> LOG.warn(
                        "The browser credentials of {} could not be ended yet: {}", extension, failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private static Problem atTheDesk() {
        return Problem.conflict("desk-phone-in-use", "You use your desk phone; choose the browser first");
    }

    private static Problem elsewhere() {
        return Problem.conflict("phone-elsewhere", "Another browser has become your phone");
    }
}
