package dev.trunkline.shared.crud;

/** What happened to an aggregate. */
public enum Change {
    CREATED,
    CHANGED,
    DELETED
}
