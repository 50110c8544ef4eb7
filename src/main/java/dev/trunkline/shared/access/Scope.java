package dev.trunkline.shared.access;

/** Whose rows a permission covers, from narrow to wide. */
public enum Scope {
    /** The reader's own, and what waits unclaimed in the reader's team. */
    OWN,
    /** The team's, the reader's own, and what belongs to nobody at all. */
    TEAM,
    /** Every row. */
    ALL;

    /** The wider of the two. */
    public Scope or(Scope other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
