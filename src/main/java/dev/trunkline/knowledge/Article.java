package dev.trunkline.knowledge;

import dev.trunkline.shared.crud.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something worth knowing, in Markdown. Its owner is who wrote it first. Enums are kept as words. */
@Entity
public class Article extends Aggregate {
    String title = "";
    String body = "";
    String language = "";
    String status = "";
    String[] queues = {};

    @Column(name = "ticket_types")
    String[] ticketTypes = {};

    String[] tags = {};

    /** {@link Audience} as it is kept. */
    String[] audience = {};

    /** For Hibernate and {@link Articles}. */
    protected Article() {}

    static Article fresh() {
        return new Article();
    }

    /** Who it is for: its writers while it is a draft, its audience, or nobody any more. */
    @Schema(name = "ArticleStatus")
    public enum Status {
        DRAFT,
        PUBLISHED,
        ARCHIVED
    }
}
