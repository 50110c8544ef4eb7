package dev.trunkline.service;

import dev.trunkline.shared.crud.Aggregate;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something a customer is owed an answer to. Its owner is who it is assigned to. Enums are kept as words. */
@Entity
public class Ticket extends Aggregate {
    long number;
    String type = "";
    String status = "";
    String priority = "";

    /** What a person wrote; null where the system speaks by {@link #subjectKey}. */
    @Nullable
    String subject;

    @Column(name = "subject_key")
    @Nullable
    String subjectKey;

    @Column(name = "subject_params")
    String subjectParams = "{}";

    @Nullable
    String description;

    @Column(name = "customer_id")
    @Nullable
    UUID customerId;

    @Column(name = "call_id")
    @Nullable
    String callId;

    @Nullable
    String queue;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    /** The ticket that goes on in its place. */
    @Column(name = "merged_into")
    @Nullable
    UUID mergedInto;

    /** Kept by {@link TicketWatchers}; here to be asked for only. */
    @ElementCollection
    @CollectionTable(name = "ticket_watcher", joinColumns = @JoinColumn(name = "ticket_id"))
    @Column(name = "user_id")
    Set<UUID> watchers = new HashSet<>();

    /** For Hibernate and {@link Tickets}. */
    protected Ticket() {}

    static Ticket fresh() {
        return new Ticket();
    }

    /** What it is about. */
    @Schema(name = "TicketType")
    public enum Type {
        REPAIR,
        COMPLAINT,
        SUGGESTION,
        DISPUTE,
        REQUEST
    }

    /** How far it has come. */
    @Schema(name = "TicketStatus")
    public enum Status {
        OPEN,
        PENDING,
        SOLVED,
        CLOSED
    }

    /** How much it matters, from little to much: lists are sorted by that. */
    @Schema(name = "TicketPriority")
    public enum Priority {
        LOW,
        NORMAL,
        HIGH,
        URGENT
    }

    /** The parameters of a text that the system writes, from how they are kept. */
    static Map<String, String> params(String json) {
        Map<String, String> params = new TreeMap<>();
        new JsonObject(json).forEach(entry -> params.put(entry.getKey(), String.valueOf(entry.getValue())));
        return params;
    }
}
