package dev.trunkline.shared.crud;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.outbox.Outbox;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tools that every {@link Crud} works with. */
@Singleton
public final class CrudKit {
    final Mutiny.SessionFactory sessions;
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
}
