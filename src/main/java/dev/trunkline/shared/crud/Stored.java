package dev.trunkline.shared.crud;

import dev.trunkline.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * What everything kept through Hibernate has: an id of its own from birth, a version that counts changes, and its times.
 * The table needs {@code id, version, created_at, updated_at}.
 */
@MappedSuperclass
public abstract class Stored {
    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt = Instant.EPOCH;

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Notes a change; the first one is the birth. Call it with each change, also of parts, so that the version counts it. */
    public void touch(Instant now) {
        if (createdAt.equals(Instant.EPOCH)) {
            createdAt = now;
        }
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusNanos(1000);
    }
}
