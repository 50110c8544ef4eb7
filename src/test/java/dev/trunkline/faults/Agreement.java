package dev.trunkline.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watches whether the service's states of the agents and the members of the PBX's queue say the same: within a second while
 * the two are linked, within two of their being linked again. Each change on either side begins the second anew. What is
 * reported was surely that long: it counts from the end of the first look to the beginning of the last.
 */
final class Agreement {
    private static final Duration LINKED = Duration.ofSeconds(1);
    private static final Duration AFTER_LINK = Duration.ofSeconds(2);

    private final Site site;
    private final Map<Integer, Difference> differences = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private Duration longest = Duration.ZERO;
    private int looks;
    private int disagreements;

    Agreement(Site site) {
        this.site = site;
    }

    /** What both sides said of an agent at a look. */
    private record Sight(String state, String since, Membership member) {
        boolean agrees() {
            return switch (state) {
                case "available" -> member == Membership.READY;
                case "break", "wrap-up" -> member != Membership.READY;
                case "offline" -> member == Membership.NONE;
                // Whom a call has, a queue offers no other, paused or not.
                default -> true;
            };
        }
    }

    private enum Membership {
        NONE,
        PAUSED,
        READY
    }

    private record Difference(Sight sight, Instant since, boolean reported) {}

    /** One look. */
    void look() {
        Instant began = Instant.now();
        Map<Integer, Sight> sights = sights();
        Instant ended = Instant.now();
        looks++;
        if (!site.relay().linked()) {
            differences.clear();
            return;
        }
        sights.forEach((agent, sight) -> {
            if (sight.agrees()) {
                differences.remove(agent);
            } else {
                disagreements++;
                differences.merge(
                        agent,
                        new Difference(sight, ended, false),
                        (before, now) -> before.sight().equals(sight) ? lasts(agent, before, began) : now);
            }
        });
    }

    /** Whether everybody's state is what the queue has at this moment. */
    boolean now() {
        return sights().values().stream().allMatch(Sight::agrees);
    }

    /** Every disagreement that lasted too long. */
    List<String> broken() {
        return broken;
    }

    @Override
    public String toString() {
        return "%d looks, an agent disagreed at %d of them, for %d ms at most while linked"
                .formatted(looks, disagreements, longest.toMillis());
    }

    private Difference lasts(int agent, Difference difference, Instant now) {
        Instant linkedAt = site.relay().eventsSince();
        Duration lasted = Duration.between(difference.since(), now);
        boolean late =
                lasted.compareTo(LINKED) > 0 && Duration.between(linkedAt, now).compareTo(AFTER_LINK) > 0;
        if (Duration.between(linkedAt, difference.since()).compareTo(AFTER_LINK) > 0 && lasted.compareTo(longest) > 0) {
            longest = lasted;
        }
        if (late && !difference.reported()) {
            broken.add(agent + " was " + difference.sight() + " from " + difference.since() + " to " + now
                    + ", linked since " + linkedAt);
        }
        return new Difference(difference.sight(), difference.since(), late || difference.reported());
    }

    private Map<Integer, Sight> sights() {
        Map<Integer, Sight> sights = new HashMap<>();
        JsonNode agents = site.house().administrator().get("agents");
        String queue = site.lab().cli("queue show support");
        for (JsonNode agent : agents) {
            int extension = agent.path("extension").asInt();
            sights.put(
                    extension,
                    new Sight(
                            agent.path("state").asText(), agent.path("since").asText(), membership(queue, extension)));
        }
        return sights;
    }

    private static Membership membership(String queue, int extension) {
        @Nullable
        String line = queue.lines()
                .filter(it -> it.contains("PJSIP/" + extension))
                .findFirst()
                .orElse(null);
        return line == null ? Membership.NONE : line.contains("(paused") ? Membership.PAUSED : Membership.READY;
    }
}
