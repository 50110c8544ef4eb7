package dev.trunkline.operation;

import static dev.trunkline.operation.SystemPart.DATABASE;
import static dev.trunkline.operation.SystemPart.DESKS;
import static dev.trunkline.operation.SystemPart.JOURNAL;
import static dev.trunkline.operation.SystemPart.PBX;
import static dev.trunkline.operation.SystemState.ATTENTION;
import static dev.trunkline.operation.SystemState.WRONG;

/** Everything that can be found amiss. The page has a text for each: what it means and what to do. */
public enum FindingCode {
    /** The PBX refuses our name or secret. */
    PBX_REFUSED(PBX, WRONG),
    /** The event link is down. */
    PBX_DOWN(PBX, WRONG),
    /** Events come in, but no command gets out. */
    PBX_ACTIONS_DOWN(PBX, WRONG),
    /** Events are dealt with more than a second late; the figure is the milliseconds of the slowest one in a hundred. */
    EVENTS_LATE(PBX, WRONG),
    /** Events came faster than they were taken and the link was begun anew; the figure says how often. */
    EVENTS_OVERRUN(PBX, ATTENTION),
    /** Events could not be passed on; the figure says how many. */
    EVENTS_LOST(PBX, ATTENTION),
    /** The PBX does not stamp its events. */
    EVENTS_UNSTAMPED(PBX, ATTENTION),
    /** The clocks of PBX and service differ; the figure is in milliseconds, positive when the PBX's is ahead. */
    CLOCKS_DIFFER(PBX, ATTENTION),
    /** There is no journal to catch up from. */
    JOURNAL_NONE(JOURNAL, ATTENTION),
    /** The journal cannot be read. */
    JOURNAL_UNREADABLE(JOURNAL, ATTENTION),
    /** The journal was not read to its end for long; the figure is in milliseconds. */
    JOURNAL_BEHIND(JOURNAL, ATTENTION),
    /** Lines of the journal cannot be read; the figure says how many. */
    JOURNAL_BAD_LINES(JOURNAL, ATTENTION),
    /** The database does not answer. */
    DATABASE_DOWN(DATABASE, WRONG),
    /** Calls wait to be written; the figure says how many. */
    CALLS_UNWRITTEN(DATABASE, WRONG),
    /** States of calls could not be kept until the database took them; the figure says how many. */
    CALLS_DROPPED(DATABASE, WRONG),
    /** Tickets and follow-ups of ended calls do not come; the figure is the age of the oldest in milliseconds. */
    OUTBOX_STUCK(DATABASE, ATTENTION),
    /** Many pops go out without the customer at first; the figure is their share in percent. */
    POPS_LATE(DESKS, ATTENTION),
    /** Pops stayed without the customer; the figure says how many. */
    POPS_INCOMPLETE(DESKS, ATTENTION),
    /** Pages take their messages slowly; the figure says how many. */
    DESKS_SLOW(DESKS, ATTENTION);

    private final SystemPart part;
    private final SystemState gravity;

    FindingCode(SystemPart part, SystemState gravity) {
        this.part = part;
        this.gravity = gravity;
    }

    SystemPart part() {
        return part;
    }

    SystemState gravity() {
        return gravity;
    }
}
