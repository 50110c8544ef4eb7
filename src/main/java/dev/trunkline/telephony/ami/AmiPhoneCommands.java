package dev.trunkline.telephony.ami;

import dev.trunkline.call.PbxCommands.PbxRefused;
import dev.trunkline.call.PhoneCommands;
import dev.trunkline.telephony.Errand;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.response.ManagerError;

/** Commands about agents' phones, as AMI actions. Every value is checked before it goes into a line of the protocol. */
@ApplicationScoped
class AmiPhoneCommands implements PhoneCommands {
    private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9]{24,64}");
    private static final int LONGEST_TEXT = 200;

    /** The dialplan context that keeps what it is told of an agent's phone. */
    private static final String SETUP_CONTEXT = "agent-phone-setup";

    /** The dialplan context that rings an agent for somebody who was talking to the agent. */
    private static final String RETURN_CONTEXT = "phone-return";

    /** Time for an errand that takes the PBX some milliseconds. */
    private static final long ERRAND_MS = 3_000;

    private final AmiCommandLink link;

    AmiPhoneCommands(AmiCommandLink link) {
        this.link = link;
    }

    /**
     * AMI can write AstDB only with rights that would open everything else too, so the dialplan does it: a channel of its
     * own runs through the context, which takes nothing but this.
     */
    @Override
    public Uni<Void> setPhone(String agent, boolean atBrowser, String browserPassword) {
        OriginateAction errand = new OriginateAction();
        errand.setChannel("Local/" + matching(EXTENSION, "agent", agent) + "@" + SETUP_CONTEXT + "/n");
        errand.setChannelId(Errand.newId());
        errand.setApplication("NoOp");
        errand.setVariable("PHONE", atBrowser ? "browser" : "desk");
        errand.setVariable("PASSWORD", matching(PASSWORD, "password", browserPassword));
        errand.setTimeout(ERRAND_MS);
        errand.setAsync(false);
        return run(errand);
    }

    @Override
    public Uni<Void> returnToAgent(String legId, String agent) {
        String leg = matching(ID, "id of a leg", legId);
        return run(new RedirectAction(leg, RETURN_CONTEXT, matching(EXTENSION, "agent", agent), 1));
    }

    private Uni<Void> run(ManagerAction action) {
        return link.send(action).chain(response -> {
            if (response instanceof ManagerError) {
                String message = HostileText.clean(response.getMessage(), LONGEST_TEXT);
                return Uni.createFrom().failure(new PbxRefused("The PBX refused: " + message));
            }
            return Uni.createFrom().voidItem();
        });
    }

    private static String matching(Pattern pattern, String what, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a valid " + what + " for the PBX");
        }
        return value;
    }
}
