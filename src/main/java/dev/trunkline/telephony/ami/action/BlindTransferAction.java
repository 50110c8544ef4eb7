package dev.trunkline.telephony.ami.action;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** Asterisk's BlindTransfer: whoever is bridged with the channel goes to an extension. */
public final class BlindTransferAction extends AbstractManagerAction {
    private static final long serialVersionUID = 1L;

    private final String channel;
    private final String context;
    private final String exten;

    /** @param channel name or unique id of the transferer's channel */
    public BlindTransferAction(String channel, String context, String exten) {
        this.channel = channel;
        this.context = context;
        this.exten = exten;
    }

    @Override
    public String getAction() {
        return "BlindTransfer";
    }

    public String getChannel() {
        return channel;
    }

    public String getContext() {
        return context;
    }

    public String getExten() {
        return exten;
    }
}
