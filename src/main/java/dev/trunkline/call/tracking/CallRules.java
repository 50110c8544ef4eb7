package dev.trunkline.call.tracking;

import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the fold must be told because no event says it.
 *
 * @param agentEndpoint whether a phone's endpoint name is an agent's extension
 * @param trunkContext whether a dialplan context is one where customers come in, whatever their channel is called
 * @param shortAbandonMs for a queue, or null for none: a caller who gives up sooner than this makes a short abandon
 */
public record CallRules(
        Predicate<String> agentEndpoint,
        Predicate<String> trunkContext,
        ToLongFunction<@Nullable String> shortAbandonMs) {

    private static final Pattern EXTENSION = Pattern.compile("[0-9]{2,6}");

    /** Endpoints of two to six digits are agents, context {@code from-trunk} is the outside, five seconds are short. */
    public static CallRules standard() {
        return new CallRules(CallRules::extension, "from-trunk"::equals, queue -> 5_000);
    }

    /** Whether a text has the form of an agent's extension. */
    public static boolean extension(String text) {
        return EXTENSION.matcher(text).matches();
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
        String endpoint = channel.substring(slash + 1, dash);
        return agentEndpoint.test(endpoint) ? endpoint : null;
    }

    /** Whether a channel has no telephone behind it. */
    static boolean within(String channel) {
        return channel.isEmpty() || channel.startsWith("Local/");
    }
}
