package dev.trunkline.telephony.ami.action;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** Asterisk's QueueReload of what one queue's file says of it; members and callers stay. */
public final class QueueReloadAction extends AbstractManagerAction {
    private static final long serialVersionUID = 1L;

    private final String queue;

    public QueueReloadAction(String queue) {
        this.queue = queue;
    }

    @Override
    public String getAction() {
        return "QueueReload";
    }

    public String getQueue() {
        return queue;
    }

    public String getParameters() {
        return "yes";
    }
}
