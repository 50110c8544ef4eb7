package dev.trunkline.telephony.ami.action;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** Asterisk's CancelAtxfer: ends an attended transfer that is not completed. */
public final class CancelAtxferAction extends AbstractManagerAction {
    private static final long serialVersionUID = 1L;

    private final String channel;

    /** @param channel name or unique id of the transferer's channel */
    public CancelAtxferAction(String channel) {
        this.channel = channel;
    }

    @Override
    public String getAction() {
        return "CancelAtxfer";
    }

    public String getChannel() {
        return channel;
    }
}
