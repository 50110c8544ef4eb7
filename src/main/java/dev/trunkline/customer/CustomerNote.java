package dev.trunkline.customer;

import dev.trunkline.shared.crud.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a colleague noted about a customer. */
@Entity
@Table(name = "customer_note")
class CustomerNote extends Stored {
    @Column(name = "customer_id", updatable = false)
    @Nullable
    UUID customerId;

    @Column(name = "author_id", updatable = false)
    UUID authorId;

    String body = "";
    boolean pinned;

    @Column(name = "call_id", updatable = false)
    @Nullable
    String callId;

    /** For Hibernate. */
    protected CustomerNote() {
        authorId = new UUID(0, 0);
    }

    CustomerNote(UUID author) {
        authorId = author;
    }
}
