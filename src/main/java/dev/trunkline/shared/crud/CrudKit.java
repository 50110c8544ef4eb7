package dev.trunkline.shared.crud;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tools that every {@link Crud} works with. */
@Singleton
public final class CrudKit {
    private final Mutiny.SessionFactory sessions;
    final Validator validator;
    final ObjectMapper json;
    final Audit audit;
    final Outbox outbox;
    final Clock clock;

    CrudKit(
            Mutiny.SessionFactory sessions,
            Validator validator,
            ObjectMapper json,
            Audit audit,
            Outbox outbox,
            Clock clock) {
        this.sessions = sessions;
        this.validator = validator;
        this.json = json;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Does the work in a transaction. */
    <T> Uni<T> transaction(Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withTransaction(work);
    }

    /** Reads in a session. */
    <T> Uni<T> session(Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withSession(work);
    }
}
