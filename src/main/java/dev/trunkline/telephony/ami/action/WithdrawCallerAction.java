package dev.trunkline.telephony.ami.action;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** Asterisk's QueueWithdrawCaller: who waits in a queue goes on in the dialplan. */
public final class WithdrawCallerAction extends AbstractManagerAction {
    private static final long serialVersionUID = 1L;

    private final String queue;
    private final String caller;
    private final String withdrawInfo;

    /**
     * @param caller <em>name</em> of the waiting channel
     * @param withdrawInfo what the dialplan finds in {@code QUEUE_WITHDRAW_INFO}
     */
    public WithdrawCallerAction(String queue, String caller, String withdrawInfo) {
        this.queue = queue;
        this.caller = caller;
        this.withdrawInfo = withdrawInfo;
    }

    @Override
    public String getAction() {
        return "QueueWithdrawCaller";
    }

    public String getQueue() {
        return queue;
    }

    public String getCaller() {
        return caller;
    }

    public String getWithdrawInfo() {
        return withdrawInfo;
    }
}
