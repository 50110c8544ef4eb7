package dev.trunkline.report;

import dev.trunkline.acd.QueueGoal;
import dev.trunkline.report.Reach.Worker;
import dev.trunkline.report.Report.Group;
import dev.trunkline.report.Report.Heading;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes reports. */
@ApplicationScoped
class Reports {
    /** Beyond it nobody reads a report, and its file is tens of megabytes. */
    private static final int MOST_ROWS = 50_000;
    /** Of queues or agents by intervals; they are added up in memory. */
    private static final long MOST_CELLS = 150_000;

    private final Reach reach;
    private final QueueFacts queues;
    private final AgentFacts agents;
    private final Clock clock;

    Reports(Reach reach, QueueFacts queues, AgentFacts agents, Clock clock) {
        this.reach = reach;
        this.queues = queues;
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * The report, as far as the reader sees.
     *
     * @throws Problem 422 for an unknown queue or agent, and for more rows than anybody reads
     */
    Uni<Report> make(Reader reader, Asked asked) {
        return switch (asked.name()) {
            case QUEUES -> {
                List<QueueGoal> seen = reach.queues(reader, asked.only());
                List<String> names = seen.stream().map(QueueGoal::name).toList();
                bounded((long) asked.span().size() * names.size(), MOST_CELLS);
                List<Heading> headings = asked.group() == Group.ALL
                        ? List.of(everything(names))
                        : seen.stream().map(Reports::heading).toList();
                yield queues.of(asked.span(), seen)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(fold -> report(asked, fold, QueueCount.FIGURES, names, headings));
            }
            case AGENTS ->
                reach.workers(reader, asked.only()).chain(seen -> {
                    List<String> extensions =
                            seen.stream().map(Worker::extension).toList();
                    bounded((long) asked.span().size() * extensions.size(), MOST_CELLS);
                    List<Heading> headings = switch (asked.group()) {
                        case ALL -> List.of(everything(extensions));
                        case TEAM -> teams(seen);
                        default -> seen.stream().map(Reports::heading).toList();
                    };
                    return agents.of(asked.span(), extensions)
                            .emitOn(Infrastructure.getDefaultWorkerPool())
                            .map(fold -> report(asked, fold, AgentCount.FIGURES, extensions, headings));
                });
        };
    }

    private <C extends Count<C>> Report report(
            Asked asked, Fold<C> counted, List<Figure> figures, List<String> over, List<Heading> headings) {
        Fold<C> fold = counted.regrouped(groupOf(headings));
        bounded(fold.size(), MOST_ROWS);
        Span span = asked.span();
        return new Report(
                asked.name(),
                span.from(),
                span.to(),
                span.interval().word(),
                asked.group(),
                span.zone().getId(),
                clock.instant(),
                figures,
                over,
                headings,
                fold.rows(headings),
                fold.intervals(),
                fold.totals(headings),
                fold.total());
    }

    private static void bounded(long size, long most) {
        if (size > most) {
            throw Problem.of(
                    422,
                    "report-too-long",
                    "Not valid",
                    "a report has at most %d rows: choose longer intervals, a shorter span or fewer of them"
                            .formatted(MOST_ROWS),
                    Map.of("rows", MOST_ROWS));
        }
    }

    private static Function<String, String> groupOf(List<Heading> headings) {
        Map<String, String> groups = new TreeMap<>();
        headings.forEach(heading -> heading.over().forEach(one -> groups.put(one, heading.key())));
        return one -> Objects.requireNonNull(groups.get(one), one);
    }

    private static Heading heading(QueueGoal queue) {
        return new Heading(queue.name(), queue.label(), queue.labelZh(), List.of(queue.name()));
    }

    private static Heading heading(Worker worker) {
        return new Heading(worker.extension(), worker.name(), null, List.of(worker.extension()));
    }

    private static Heading everything(List<String> over) {
        return new Heading("", "", null, over);
    }

    private static List<Heading> teams(List<Worker> workers) {
        Map<String, List<Worker>> teams = new TreeMap<>(workers.stream()
                .collect(Collectors.groupingBy(worker -> Objects.requireNonNullElse(worker.teamName(), ""))));
        return teams.entrySet().stream()
                .map(team -> new Heading(
                        Objects.toString(team.getValue().getFirst().teamId(), ""),
                        team.getKey(),
                        null,
                        team.getValue().stream().map(Worker::extension).toList()))
                .toList();
    }
}
