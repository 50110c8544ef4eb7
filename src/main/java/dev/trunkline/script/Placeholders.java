package dev.trunkline.script;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a script's texts can be filled in with. The page does that: it knows the customer before the call is written. */
final class Placeholders {
    /** The page has a value, or a plainly marked gap, for each. */
    static final Set<String> KNOWN = Set.of(
            "customer.name",
            "customer.contact",
            "customer.owner",
            "customer.tags",
            "agent.name",
            "agent.extension",
            "call.queue",
            "call.from",
            "call.to");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]{0,200})}}");

    private Placeholders() {}

    /** The names in a text that stand for nothing, each once. */
    static List<String> unknown(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .filter(name -> !KNOWN.contains(name))
                .distinct()
                .toList();
    }
}
