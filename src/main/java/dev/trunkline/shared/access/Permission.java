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
    /** Read what colleagues noted about the customers one sees. */
    CUSTOMER_NOTES_READ,
    /** Note something about the customers one sees; change and delete notes within the scope. */
    CUSTOMER_NOTES_WRITE,
    CALLS_READ,
    /** Say which customer a call was with, and what came of it. */
    CALLS_WRITE,
    RECORDINGS_READ,
    TICKETS_READ,
    TICKETS_WRITE,
    FOLLOW_UPS_READ,
    FOLLOW_UPS_WRITE,
    KNOWLEDGE_READ,
    KNOWLEDGE_WRITE,
    /** See scripts as their writers have them; what a call goes by comes with the call. */
    SCRIPTS_READ,
    SCRIPTS_WRITE,
    QUEUES_READ,
    QUEUES_WRITE,
    TICKET_RULES_READ,
    /** Say which calls leave which tickets. */
    TICKET_RULES_WRITE,
    /** See which callers go where, and why; try what would become of one. */
    ROUTING_READ,
    ROUTING_WRITE,
    /** Take calls: have an agent's state and place. */
    DESK,
    /** Set other agents' states. */
    AGENTS_WRITE,
    /** Take part in agents' calls, write to agents, and move who waits in their queues. */
    COACH,
    /** Watch the live board. */
    BOARD,
    /** See and export what queues and agents have done. */
    REPORTS,
    /** Dial from one's own phone: colleagues, queues and numbers within the country. */
    DIAL,
    /** Dial other countries' numbers too. */
    DIAL_ABROAD,
    /** Dial numbers that are charged beyond the usual. */
    DIAL_PREMIUM
}
