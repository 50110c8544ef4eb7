package dev.trunkline.operation;

/** What a finding is about. */
public enum SystemPart {
    PBX,
    JOURNAL,
    DATABASE,
    DESKS
}
