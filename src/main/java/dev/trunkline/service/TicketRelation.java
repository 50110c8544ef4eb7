package dev.trunkline.service;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a ticket is to another one, as told of the first: this one blocks that one. */
@Schema(name = "TicketRelation")
public enum TicketRelation {
    RELATED_TO("related", true),
    BLOCKS("blocks", true),
    BLOCKED_BY("blocks", false),
    DUPLICATES("duplicates", true),
    DUPLICATED_BY("duplicates", false),
    PARENT_OF("parent", true),
    CHILD_OF("parent", false);

    private final String kind;
    private final boolean forward;

    TicketRelation(String kind, boolean forward) {
        this.kind = kind;
        this.forward = forward;
    }

    /** How the link is kept, whichever end it is told of. */
    String kind() {
        return kind;
    }

    /** Whether the link is kept as one from this ticket to the other. */
    boolean forward() {
        return forward;
    }

    /** The same link as told of the other ticket. */
    TicketRelation inverse() {
        return this == RELATED_TO ? this : of(kind, !forward);
    }

    /** What a link that is kept so is to the ticket at its beginning, or at its end. */
    static TicketRelation of(String kind, boolean forward) {
        for (TicketRelation relation : values()) {
            if (relation.kind.equals(kind) && (relation == RELATED_TO || relation.forward == forward)) {
                return relation;
            }
        }
        throw new IllegalArgumentException("No relation is kept as " + kind);
    }
}
