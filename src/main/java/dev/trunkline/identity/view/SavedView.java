package dev.trunkline.identity.view;

import dev.trunkline.shared.crud.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's own way of looking at a list. */
@Entity
@Table(name = "saved_view")
class SavedView extends Stored {
    @Column(name = "owner_id", updatable = false)
    UUID ownerId;

    /** Which list, as the page calls it. */
    @Column(name = "list", updatable = false)
    String listName = "";

    String name = "";
    String search = "";

    @Column(columnDefinition = "text[]")
    String @Nullable [] columns;

    /** For Hibernate. */
    protected SavedView() {
        ownerId = new UUID(0, 0);
    }

    SavedView(UUID owner) {
        ownerId = owner;
    }
}
