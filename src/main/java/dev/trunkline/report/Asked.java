package dev.trunkline.report;

import dev.trunkline.report.Report.Group;
import dev.trunkline.report.Report.Name;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.problem.Problem;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, looked at as far as that goes without the database.
 *
 * @param only names of queues or extensions of agents, empty for all that the reader sees
 */
record Asked(Name name, Span span, Group group, Set<String> only) {
    private static final Map<Name, List<Group>> GROUPS = Map.of(
            Name.QUEUES, List.of(Group.QUEUE, Group.ALL),
            Name.AGENTS, List.of(Group.AGENT, Group.TEAM, Group.ALL));

    Asked {
        only = Set.copyOf(only);
    }

    /**
     * Reads a request.
     *
     * @param name of the report: there is none such by another name
     * @throws Problem 404 for another report, 422 naming the parameter that makes no sense
     */
    static Asked of(String name, ReportQuery query, ZoneId zone) {
        Name report = Arrays.stream(Name.values())
                .filter(one -> Words.of(one).equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("report", name));
        List<Group> groups = GROUPS.getOrDefault(report, List.of());
        Group group = query.group == null || query.group.isBlank()
                ? groups.getFirst()
                : Words.parse(Group.class, query.group.strip(), "group");
        if (!groups.contains(group)) {
            throw Problem.invalid(
                    "group",
                    "unknown-word",
                    "must be one of "
                            + String.join(", ", groups.stream().map(Words::of).toList()));
        }
        boolean queues = report == Name.QUEUES;
        Set<String> others = list(queues ? query.agent : query.queue);
        if (!others.isEmpty()) {
            throw Problem.invalid(
                    queues ? "agent" : "queue", "not-here", "does not narrow the report of " + Words.of(report));
        }
        Interval interval =
                query.interval == null || query.interval.isBlank() ? Interval.DAY : Interval.parse(query.interval);
        return new Asked(
                report, Span.of(query.from, query.to, interval, zone), group, list(queues ? query.queue : query.agent));
    }

    private static Set<String> list(@Nullable String words) {
        Set<String> list = new TreeSet<>();
        if (words != null) {
            Arrays.stream(words.split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .forEach(list::add);
        }
        return list;
    }
}
