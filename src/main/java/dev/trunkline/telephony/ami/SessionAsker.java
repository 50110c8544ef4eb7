package dev.trunkline.telephony.ami;

import dev.trunkline.call.CallEvent.CallerPresented;
import dev.trunkline.call.CallEvent.LegStarted;
import java.io.IOException;
import java.util.function.Consumer;
import org.asteriskjava.manager.SendActionCallback;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.response.ManagerError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks over one session. A question that cannot be put is logged: the session's end brings the next resync. */
final class SessionAsker implements Resync.Asker {
    private static final Logger LOG = LoggerFactory.getLogger(SessionAsker.class);

    private final AmiSession session;
    private final Consumer<CallerPresented> answers;

    /** @param answers told, on the session's thread, of callers who asked not to be identified */
    SessionAsker(AmiSession session, Consumer<CallerPresented> answers) {
        this.session = session;
        this.answers = answers;
    }

    @Override
    public void channels() {
        ask(new CoreShowChannelsAction());
    }

    @Override
    public void queues() {
        ask(new QueueStatusAction());
    }

    @Override
    public void presentation(LegStarted leg) {
        send(new GetVarAction(leg.channel(), "CALLERID(num-pres)"), response -> {
            if (response != null && Fields.withheld(response.getAttribute("Value"))) {
                answers.accept(
                        new CallerPresented(leg.pbx(), leg.at(), leg.callId(), leg.legId(), leg.dialled(), true));
            }
        });
    }

    private void ask(ManagerAction action) {
        send(action, response -> {
            if (response instanceof ManagerError) {
                LOG.error("The PBX refused {}: {}", action.getAction(), HostileText.clean(response.getMessage(), 200));
            }
        });
    }

    private void send(ManagerAction action, SendActionCallback callback) {
        try {
            session.sendAction(action, callback);
        } catch (IOException | IllegalStateException failure) {
            LOG.warn("Could not send {} to the PBX: {}", action.getAction(), failure.getMessage());
        }
    }
}
