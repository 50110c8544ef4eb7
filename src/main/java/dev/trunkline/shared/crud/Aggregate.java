package dev.trunkline.shared.crud;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What belongs to a person and a team, who decide who sees it. The table also needs {@code owner_id, team_id}. */
@MappedSuperclass
public abstract class Aggregate extends Stored {
    @Column(name = "owner_id")
    private @Nullable UUID ownerId;

    @Column(name = "team_id")
    private @Nullable UUID teamId;

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
}
