package dev.trunkline.call.tracking;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the fold must be told because no event says it.
 *
 * @param agentOfEndpoint the agent's extension for the name of a phone's endpoint, null when it is no agent's
 * @param trunkContext whether a dialplan context is one where customers come in, whatever their channel is called
 * @param shortAbandonMs for a queue, or null for none: a caller who gives up sooner than this makes a short abandon
 */
public record CallRules(
        Function<String, @Nullable String> agentOfEndpoint,
        Predicate<String> trunkContext,
        ToLongFunction<@Nullable String> shortAbandonMs) {

    private static final String AGENT_ENDPOINTS = "([0-9]{2,6})(-web)?";

    /** Agents have two to six digits, {@code -web} or not; {@code from-trunk} is the outside, five seconds are short. */
    public static CallRules standard() {
        return new CallRules(agents(AGENT_ENDPOINTS), "from-trunk"::equals, queue -> 5_000);
    }

    /**
     * Knows agents' endpoints by their form.
     *
     * @param expression a regular expression for the whole name; its first group, where it has one, is the extension
     */
    public static Function<String, @Nullable String> agents(String expression) {
        Pattern pattern = Pattern.compile(expression);
        return endpoint -> {
            Matcher found = pattern.matcher(endpoint);
            return !found.matches() ? null : found.groupCount() > 0 ? found.group(1) : endpoint;
        };
    }

    /**
     * The agent whose phone a channel is, null for the outside and for channels within the PBX.
     *
     * @param channel such as {@code PJSIP/1001-0000002a}
     */
    @Nullable
    String agentOf(String channel, @Nullable String context) {
        if (within(channel) || (context != null && trunkContext.test(context))) {
            return null;
        }
        int slash = channel.indexOf('/');
        int dash = channel.lastIndexOf('-');
        if (slash < 0 || dash <= slash) {
            return null;
        }
        return agentOfEndpoint.apply(channel.substring(slash + 1, dash));
    }

    /** Whether a channel has no telephone behind it. */
    static boolean within(String channel) {
        return channel.isEmpty() || channel.startsWith("Local/");
    }
}
