package dev.trunkline.telephony.ami;

import dev.trunkline.call.AgentPhones;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** What the PBX calls an agent's phones. An agent's number that is none is a fault of the caller. */
@ApplicationScoped
class AgentDevices {
    private static final Pattern AGENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** What the PBX adds to an agent's number to name the browser as a phone. */
    private static final String BROWSER = "-web";

    private final AgentPhones phones;

    AgentDevices(AgentPhones phones) {
        this.phones = phones;
    }

    boolean atBrowser(String agent) {
        return phones.atBrowser(agent);
    }

    /** The phone in use. */
    String inUse(String agent) {
        return device(agent, phones.atBrowser(agent));
    }

    /** The phone not in use, which may still be a member of queues from before. */
    String other(String agent) {
        return device(agent, !phones.atBrowser(agent));
    }

    /** {@code 1001} of {@code PJSIP/1001-0000001c} and of {@code PJSIP/1001-web-0000001c}. */
    static String extension(String channel) {
        String device = channel.substring(channel.indexOf('/') + 1);
        int dash = device.indexOf('-');
        return dash < 0 ? device : device.substring(0, dash);
    }

    private static String device(String agent, boolean browser) {
        if (!AGENT.matcher(agent).matches()) {
            throw new IllegalArgumentException("Not a valid agent for the PBX");
        }
        return "PJSIP/" + agent + (browser ? BROWSER : "");
    }
}
