package dev.trunkline.telephony.journal;

/** Why the journal was read. */
public enum RecoveryReason {
    /** The link to the PBX came up: the service was started, or the link had been lost. */
    LINK,
    /** The database had been away for longer than what waited for it could be kept. */
    STORAGE,
    /** It was time to look for what the link did not tell. */
    CHECK
}
