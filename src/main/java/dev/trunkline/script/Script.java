package dev.trunkline.script;

import dev.trunkline.shared.crud.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A script as its writers have it. Calls go by its published versions, which are apart. Enums are kept as words. */
@Entity
public class Script extends Aggregate {
    String name = "";
    String language = "";
    String[] queues = {};

    /** JSON of a list of {@link ScriptStep}: part of the aggregate, changed with it. */
    String steps = "[]";

    String status = "draft";

    /** The newest version that was published, null for none; {@link ScriptPublishing} writes it. */
    @Nullable
    Integer published;

    @Column(name = "published_at")
    @Nullable
    Instant publishedAt;

    /** Whether calls go by something else than this. */
    boolean differs = true;

    /** For Hibernate and {@link Scripts}. */
    protected Script() {}

    static Script fresh() {
        return new Script();
    }

    /** Whether calls go by a version of it. */
    @Schema(name = "ScriptStatus")
    public enum Status {
        DRAFT,
        PUBLISHED
    }
}
