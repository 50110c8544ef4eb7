package dev.trunkline.shared.messaging;

/**
 * The arrows between rooms by name. A publisher writes to {@code <topic>-out}; each reader has a channel of its own,
 * {@code <topic>-<reader>}, so that every reader gets every message. Connector, topic and key of each are in {@code
 * application.properties}.
 */
public final class Channels {
    /** {@code CallEvent}s from a PBX, keyed by call. */
    public static final String CALL_EVENTS_OUT = "call-events-out";

    public static final String CALL_EVENTS_CALL = "call-events-call";

    /** {@code CallChange}s from the tracker, keyed by call. */
    public static final String CALL_CHANGES_OUT = "call-changes-out";

    public static final String CALL_CHANGES_ACD = "call-changes-acd";
    public static final String CALL_CHANGES_DESK = "call-changes-desk";
    public static final String CALL_CHANGES_SUPERVISION = "call-changes-supervision";

    /** {@code PbxState}s, keyed by PBX. */
    public static final String PBX_STATES_OUT = "pbx-states-out";

    public static final String PBX_STATES_ACD = "pbx-states-acd";
    public static final String PBX_STATES_COACHING = "pbx-states-coaching";
    public static final String PBX_STATES_DESK = "pbx-states-desk";
    public static final String PBX_STATES_SUPERVISION = "pbx-states-supervision";

    /** {@code AgentChange}s, keyed by agent. */
    public static final String AGENT_CHANGES_OUT = "agent-changes-out";

    public static final String AGENT_CHANGES_DESK = "agent-changes-desk";
    public static final String AGENT_CHANGES_SUPERVISION = "agent-changes-supervision";

    /** {@code DomainEvent}s that left the outbox, keyed by what they are about. */
    public static final String DOMAIN_EVENTS_OUT = "domain-events-out";

    public static final String DOMAIN_EVENTS_SERVICE = "domain-events-service";
    public static final String DOMAIN_EVENTS_DESK = "domain-events-desk";

    private Channels() {}
}
