package dev.trunkline.desk;

import dev.trunkline.identity.AccessChanged;
import dev.trunkline.identity.Person;
import dev.trunkline.identity.Users;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what those who sit at desks may see as fresh as a session has it: a pop depends on it and has no time to ask. A
 * change made here counts at once, one made at another replica within seconds.
 */
@ApplicationScoped
class DeskReaders {
    private static final Logger LOG = LoggerFactory.getLogger(DeskReaders.class);

    private final Desks desks;
    private final Users users;

    DeskReaders(Desks desks, Users users) {
        this.desks = desks;
        this.users = users;
    }

    void changed(@Observes AccessChanged change) {
        look().subscribe().with(done -> {}, DeskReaders::failed);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return look().onFailure().invoke(DeskReaders::failed).onFailure().recoverWithNull();
    }

    private Uni<Void> look() {
        if (desks.all().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return users.withPhones()
                .map(people -> people.stream().collect(Collectors.toMap(Person::id, Person::reader)))
                .invoke(known -> desks.all().forEach(desk -> desk.refresh(known)))
                .replaceWithVoid();
    }

    private static void failed(Throwable failure) {
        LOG.debug("What those at the desks may see is what it was some seconds ago", failure);
    }
}
