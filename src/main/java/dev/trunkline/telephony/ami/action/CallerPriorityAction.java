package dev.trunkline.telephony.ami.action;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** Asterisk's QueueChangePriorityCaller, done at once; asterisk-java's waits for the next caller who joins. */
public final class CallerPriorityAction extends AbstractManagerAction {
    private static final long serialVersionUID = 1L;

    private final String queue;
    private final String caller;
    private final Integer priority;

    /** @param caller <em>name</em> of the waiting channel */
    public CallerPriorityAction(String queue, String caller, int priority) {
        this.queue = queue;
        this.caller = caller;
        this.priority = priority;
    }

    @Override
    public String getAction() {
        return "QueueChangePriorityCaller";
    }

    public String getQueue() {
        return queue;
    }

    public String getCaller() {
        return caller;
    }

    public Integer getPriority() {
        return priority;
    }

    public String getImmediate() {
        return "yes";
    }
}
