package dev.trunkline.service;

import dev.trunkline.shared.crud.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which calls leave a ticket, and which: see {@link RuleInForce}. Enums are kept as words; no value means any. */
@Entity
@Table(name = "ticket_rule")
public class TicketRule extends Aggregate {
    String name = "";
    int position;
    boolean enabled;
    String[] directions = {};
    String[] outcomes = {};
    String[] queues = {};
    String caller = "";

    @Column(name = "min_talk_seconds")
    int minTalkSeconds;

    boolean opens;
    String type = "";
    String priority = "";

    @Nullable
    String subject;

    @Column(name = "due_minutes")
    @Nullable
    Integer dueMinutes;

    String assign = "";

    /** For Hibernate and {@link TicketRules}. */
    protected TicketRule() {}

    static TicketRule fresh() {
        return new TicketRule();
    }

    /** Whose call it has to be. */
    @Schema(name = "TicketRuleCaller")
    public enum Caller {
        ANYBODY,
        CUSTOMER,
        STRANGER
    }

    /** Who gets the ticket. */
    @Schema(name = "TicketRuleAssign")
    public enum Assign {
        /** Who talked last; of a call nobody took, as {@link #AUTOMATIC}. */
        AGENT,
        /** The customer's owner; where there is none, as {@link #AGENT}. */
        OWNER,
        /** Of those who serve the call's queue the one with least to do, see {@link TicketAssignment}. */
        AUTOMATIC
    }
}
