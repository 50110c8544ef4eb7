package dev.trunkline.service;

import dev.trunkline.shared.crud.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something to do for a customer by a time. Its owner is who it is assigned to. Enums are kept as words. That its owner was
 * reminded is in the table too, and {@link Reminders}' own: here it would be written over.
 */
@Entity
@Table(name = "follow_up")
public class FollowUp extends Aggregate {
    String kind = "";
    String status = "";

    @Column(name = "due_at")
    Instant dueAt = Instant.EPOCH;

    @Column(name = "customer_id")
    @Nullable
    UUID customerId;

    @Column(name = "call_id")
    @Nullable
    String callId;

    /** Normal form, or the number as it came where it has none. */
    @Nullable
    String phone;

    @Nullable
    String queue;

    /** Calls of this caller that nobody took. */
    int attempts;

    @Column(name = "last_attempt_at")
    @Nullable
    Instant lastAttemptAt;

    @Nullable
    String note;

    @Column(name = "closed_by")
    @Nullable
    String closedBy;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    /** Opened by a call, and closed by one that reaches the caller. */
    boolean automatic;

    /** For Hibernate and {@link FollowUps}. */
    protected FollowUp() {}

    static FollowUp fresh() {
        return new FollowUp();
    }

    /** What to do. */
    @Schema(name = "FollowUpKind")
    public enum Kind {
        CALLBACK,
        REVISIT,
        TASK
    }

    /** How far it has come. */
    @Schema(name = "FollowUpStatus")
    public enum Status {
        OPEN,
        DONE,
        CANCELLED
    }

    /** What closed it. */
    @Schema(name = "FollowUpClosedBy")
    public enum ClosedBy {
        /** A call in which the number was reached. */
        REACHED,
        PERSON
    }
}
