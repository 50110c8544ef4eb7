package dev.trunkline.shared.access;

/** What a role can be allowed to do. Which role may what, and how far, is the table in {@code identity.Grants}. */
public enum Permission {
    /** Ask who oneself is, change one's own language, end one's own session. */
    SELF,
    /** Keep views of lists for oneself. */
    VIEWS,
    /** See colleagues, teams, queues' names and agents' states: what a person needs to hand work on. */
    DIRECTORY_READ,
    USERS_WRITE,
    AUDIT_READ,
    /** See how the service itself and its links are doing. */
    SYSTEM_READ,
    CUSTOMERS_READ,
    CUSTOMERS_WRITE,
    CUSTOMERS_DELETE,
    CALLS_READ,
    /** Say which customer a call was with, and what came of it. */
    CALLS_WRITE,
    RECORDINGS_READ,
    TICKETS_READ,
    TICKETS_WRITE,
    FOLLOW_UPS_READ,
    FOLLOW_UPS_WRITE,
    QUEUES_READ,
    QUEUES_WRITE,
    /** Take calls: have an agent's state and place. */
    DESK,
    /** Watch the live board. */
    BOARD,
    /** Dial from one's own phone. */
    DIAL
}
