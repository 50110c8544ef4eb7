package dev.trunkline.telephony.ami.action;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** Asterisk's Park as it is since version 12; asterisk-java's has the fields of before. */
public final class ParkCallAction extends AbstractManagerAction {
    private static final long serialVersionUID = 1L;

    private final String channel;
    private final String timeoutChannel;

    /**
     * @param channel name or unique id of the channel to park
     * @param timeoutChannel the <em>name</em> of the channel to whose device it comes back
     */
    public ParkCallAction(String channel, String timeoutChannel) {
        this.channel = channel;
        this.timeoutChannel = timeoutChannel;
    }

    @Override
    public String getAction() {
        return "Park";
    }

    public String getChannel() {
        return channel;
    }

    public String getTimeoutChannel() {
        return timeoutChannel;
    }
}
