package dev.trunkline.desk.phone;

import static java.util.Objects.requireNonNull;

import dev.trunkline.acd.AgentStateView;
import dev.trunkline.acd.Agents;
import dev.trunkline.call.AgentPhones;
import dev.trunkline.call.PbxLink;
import dev.trunkline.identity.Person;
import dev.trunkline.identity.Users;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.problem.Problem;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Which phone each agent uses, in memory for whoever rings it and agreed with the PBX. Thread-safe; nothing blocks.
 */
@ApplicationScoped
class Phones implements AgentPhones {
    private static final Duration START = Duration.ofSeconds(30);

    private final PhoneStore store;
    private final Users users;
    private final Agents agents;
    private final PbxPhones pbx;
    private final PbxLink link;
    private final CallReturn returns;
    private final AtomicLong readings = new AtomicLong();
    /** The newest reading that is shown: an older one that took longer does not undo what was chosen since. */
    private long shown;

    private volatile Set<String> browsers = Set.of();

    Phones(PhoneStore store, Users users, Agents agents, PbxPhones pbx, PbxLink link, CallReturn returns) {
        this.store = store;
        this.users = users;
        this.agents = agents;
        this.pbx = pbx;
        this.link = link;
        this.returns = returns;
    }

    /** Before the agents take their places in the queues (1500), which are places of phones. */
    void start(@Observes @Priority(1400) StartupEvent event) {
        reload().await().atMost(START);
    }

    @Override
    public boolean atBrowser(String agent) {
        return browsers.contains(agent) && !link.simulated();
    }

    PhoneView of(Reader reader) {
        String extension = extension(reader);
        boolean simulated = link.simulated();
        return new PhoneView(
                atBrowser(extension) ? "browser" : "desk", extension, !simulated, simulated ? "simulated" : null);
    }

    /** The agent's calls ring at this phone from now on; a browser's credentials end. Does nothing when it is so already. */
    Uni<PhoneView> use(Reader reader, boolean browser) {
        String extension = extension(reader);
        if (link.simulated()) {
            return browser
                    ? Uni.createFrom().failure(noBrowser())
                    : Uni.createFrom().item(() -> of(reader));
        }
        UUID userId = reader.userId();
        return pbx.inTurn(
                        extension,
                        () -> store.isSo(userId, extension, browser)
                                .chain(so -> so ? reload() : change(userId, extension, browser)))
                .map(done -> of(reader));
    }

    private Uni<Void> change(UUID userId, String extension, boolean browser) {
        if (agents.state(userId).filter(Phones::busy).isPresent()) {
            throw Problem.conflict("phone-in-use", "The phone cannot be changed while it rings or during a call");
        }
        return pbx.set(extension, browser, PhonePasswords.next())
                .chain(() -> store.use(userId, extension, browser))
                .chain(this::reload)
                .chain(() -> agents.phoneChanged(userId));
    }

    /** Brings a call of the agent's to the browser that is the phone; false when it is no such call. */
    Uni<Boolean> returnCall(Reader reader, String callId) {
        String extension = extension(reader);
        if (!atBrowser(extension)) {
            return Uni.createFrom().item(false);
        }
        return returns.to(extension, callId);
    }

    /** Phones change through other replicas too, and extensions through administrators. */
    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> reload() {
        return Uni.createFrom().deferred(() -> {
            long reading = readings.incrementAndGet();
            return Uni.combine()
                    .all()
                    .unis(store.atBrowser(), users.withPhones())
                    .asTuple()
                    .invoke(found -> show(
                            reading,
                            found.getItem2().stream()
                                    .filter(person -> found.getItem1().contains(person.id()))
                                    .map(Phones::phone)
                                    .collect(Collectors.toUnmodifiableSet())))
                    .replaceWithVoid();
        });
    }

    private synchronized void show(long reading, Set<String> found) {
        if (reading > shown) {
            shown = reading;
            browsers = found;
        }
    }

    private static boolean busy(AgentStateView now) {
        return now.state().equals("ringing") || now.state().equals("on-call");
    }

    static Problem noBrowser() {
        return Problem.conflict("phone-simulated", "The simulated PBX has no browser phones");
    }

    private static String phone(Person person) {
        return requireNonNull(person.extension());
    }

    static String extension(Reader reader) {
        String extension = reader.extension();
        if (extension == null) {
            throw Problem.conflict("no-extension", "You have no telephone extension and so take no calls");
        }
        return extension;
    }
}
