package dev.trunkline.identity;

import dev.trunkline.shared.crud.Stored;
import dev.trunkline.shared.json.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who signs in. */
@Entity
@Table(name = "app_user")
class User extends Stored {
    private String username = "";
    private String name = "";

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(columnDefinition = "text[]")
    private String[] roles = {};

    @Column(name = "team_id")
    private @Nullable UUID teamId;

    private @Nullable String extension;
    private @Nullable String language;
    private boolean active = true;

    String username() {
        return username;
    }

    String name() {
        return name;
    }

    @Nullable
    UUID teamId() {
        return teamId;
    }

    @Nullable
    String extension() {
        return extension;
    }

    @Nullable
    String language() {
        return language;
    }

    boolean active() {
        return active;
    }

    Set<Role> roles() {
        var set = EnumSet.noneOf(Role.class);
        Arrays.stream(roles).map(word -> Words.parse(Role.class, word, "roles")).forEach(set::add);
        return set;
    }

    void called(String newUsername, String newName) {
        username = newUsername;
        name = newName;
    }

    void hashed(String newHash) {
        passwordHash = newHash;
    }

    void working(Set<Role> newRoles, @Nullable UUID team, @Nullable String phone, boolean isActive) {
        roles = newRoles.stream().sorted().map(Words::of).toArray(String[]::new);
        teamId = team;
        extension = phone;
        active = isActive;
    }

    void speaking(@Nullable String newLanguage) {
        language = newLanguage;
    }
}
