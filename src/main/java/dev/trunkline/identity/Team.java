package dev.trunkline.identity;

import dev.trunkline.shared.crud.Stored;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** People who share work. */
@Entity
@Table(name = "team")
class Team extends Stored {
    private String name = "";

    String name() {
        return name;
    }

    void named(String newName) {
        name = newName;
    }
}
