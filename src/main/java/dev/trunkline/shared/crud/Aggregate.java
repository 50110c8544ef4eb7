package dev.trunkline.shared.crud;

import dev.trunkline.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every aggregate has: an id of its own from birth, a version that counts changes, its times, and an owner and a
 * team that decide who sees it. The table needs {@code id, version, created_at, updated_at, owner_id, team_id}.
 */
@MappedSuperclass
public abstract class Aggregate {
    @Id
    private UUID id = Ids.next();

    @Version
    private long version;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "owner_id")
    private @Nullable UUID ownerId;

    @Column(name = "team_id")
    private @Nullable UUID teamId;

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

    public @Nullable UUID ownerId() {
        return ownerId;
    }

    public @Nullable UUID teamId() {
        return teamId;
    }

    /** Gives it to a person, or to nobody. */
    public void ownedBy(@Nullable UUID owner) {
        ownerId = owner;
    }

    /** Gives it to a team, or to none. */
    public void ofTeam(@Nullable UUID team) {
        teamId = team;
    }

    /** Notes a change; the first one is the birth. Call it with each change, also of parts, so that the version counts it. */
    public void touch(Instant now) {
        if (createdAt.equals(Instant.EPOCH)) {
            createdAt = now;
        }
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusNanos(1000);
    }
}
