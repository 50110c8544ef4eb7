package dev.trunkline.acd;

import static java.util.Objects.requireNonNullElse;

import dev.trunkline.acd.Queue.Did;
import dev.trunkline.acd.Queue.Member;
import dev.trunkline.acd.Queue.Recording;
import dev.trunkline.acd.QueueInput.DidInput;
import dev.trunkline.acd.QueueView.DidView;
import dev.trunkline.call.QueueDefinition.Strategy;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.crud.Crud;
import dev.trunkline.shared.crud.CrudKit;
import dev.trunkline.shared.crud.CrudSpec;
import dev.trunkline.shared.phone.PhoneNumbers;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Making, seeing and changing queues. A queue's name is the PBX's and never changes. */
@Singleton
class Queues extends Crud<Queue, QueueInput, QueueView> {
    private static final ScopeRule EVERYBODYS = new ScopeRule("1 = 1", "1 = 1");

    /** Sections of queues.conf that are no queues. */
    private static final Set<String> RESERVED = Set.of("general", "queue-defaults");

    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    private final Mutiny.SessionFactory sessions;
    private final PhoneNumbers numbers;
    private final OverflowRules overflows;

    Queues(CrudKit kit, Mutiny.SessionFactory sessions, PhoneNumbers numbers, OverflowRules overflows) {
        super(
                kit,
                CrudSpec.of(Queue.class, QueueInput.class, "queue", Permission.QUEUES_READ, Permission.QUEUES_WRITE)
                        .scopedBy(EVERYBODYS)
                        .orderedBy(CrudSpec.<Queue>byId().by("name", "e.name", String.class, queue -> queue.name)));
        this.sessions = sessions;
        this.numbers = numbers;
        this.overflows = overflows;
    }

    @Override
    protected Queue fresh(Reader reader) {
        return Queue.fresh();
    }

    @Override
    protected QueueInput input(Queue queue) {
        return new QueueInput(
                queue.name,
                queue.label,
                queue.labelZh,
                sorted(queue.dids).stream()
                        .map(did -> new DidInput(did.number(), did.region(), did.label()))
                        .toList(),
                queue.ticketOnAnswered,
                queue.ticketType,
                queue.followUpOnMissed,
                queue.followUpDueMinutes,
                queue.shortAbandonSeconds,
                queue.wrapUpSeconds,
                queue.missedLimit,
                queue.serviceLevelSeconds,
                queue.serviceLevelTarget,
                queue.alarmWaiting,
                queue.alarmLongestWaitSeconds,
                queue.alarmServiceLevel,
                queue.recording,
                queue.strategy,
                queue.ringSeconds,
                queue.pauseSeconds,
                queue.maxWaiting,
                queue.weight,
                queue.announceSeconds,
                queue.longestWaitSeconds,
                queue.overflowQueue,
                queue.overflowNumber,
                members(queue),
                levels(queue));
    }

    @Override
    protected Uni<Void> apply(Mutiny.Session session, Reader reader, Queue queue, QueueInput input) {
        if (!queue.name.isEmpty() && !queue.name.equals(input.name())) {
            throw Problem.invalid("name", "fixed", "a queue's name is the PBX's and cannot be changed");
        }
        if (RESERVED.contains(input.name())) {
            throw Problem.invalid("name", "reserved", "is a word of the PBX's own");
        }
        queue.name = input.name();
        queue.label = input.label();
        queue.labelZh = input.labelZh();
        queue.ticketOnAnswered = requireNonNullElse(input.ticketOnAnswered(), false);
        queue.ticketType = requireNonNullElse(input.ticketType(), "request");
        queue.followUpOnMissed = requireNonNullElse(input.followUpOnMissed(), true);
        queue.followUpDueMinutes = requireNonNullElse(input.followUpDueMinutes(), 60);
        queue.shortAbandonSeconds = requireNonNullElse(input.shortAbandonSeconds(), 5);
        queue.wrapUpSeconds = requireNonNullElse(input.wrapUpSeconds(), 60);
        queue.missedLimit = requireNonNullElse(input.missedLimit(), 2);
        queue.serviceLevelSeconds = requireNonNullElse(input.serviceLevelSeconds(), 20);
        queue.serviceLevelTarget = requireNonNullElse(input.serviceLevelTarget(), 80);
        queue.alarmWaiting = input.alarmWaiting();
        queue.alarmLongestWaitSeconds = input.alarmLongestWaitSeconds();
        queue.alarmServiceLevel = requireNonNullElse(input.alarmServiceLevel(), false);
        queue.recording = requireNonNullElse(input.recording(), Recording.ALWAYS);
        replace(queue.dids, dids(input.dids()));
        queue.strategy = requireNonNullElse(input.strategy(), Strategy.RRMEMORY);
        queue.ringSeconds = requireNonNullElse(input.ringSeconds(), 15);
        queue.pauseSeconds = requireNonNullElse(input.pauseSeconds(), 1);
        queue.maxWaiting = requireNonNullElse(input.maxWaiting(), 0);
        queue.weight = requireNonNullElse(input.weight(), 0);
        queue.announceSeconds = announceSeconds(requireNonNullElse(input.announceSeconds(), 0));
        queue.longestWaitSeconds = requireNonNullElse(input.longestWaitSeconds(), 300);
        replace(queue.members, members(input));
        return overflow(session, reader, queue, input);
    }

    private Uni<Void> overflow(Mutiny.Session session, Reader reader, Queue queue, QueueInput input) {
        String number = input.overflowNumber();
        String to = input.overflowQueue();
        if (number != null && to != null) {
            throw Problem.invalid("overflowNumber", "both", "callers cannot go to a queue and to a number");
        }
        if (number == null || !number.equals(queue.overflowNumber)) {
            queue.overflowNumber = number == null ? null : overflows.number(reader, number);
        }
        if (to == null || to.equals(queue.overflowQueue)) {
            queue.overflowQueue = to;
            return Uni.createFrom().voidItem();
        }
        return OverflowRules.require(session, queue.name, to).invoke(() -> queue.overflowQueue = to);
    }

    /** More often than the PBX takes breath would be no announcement but a second voice. */
    private static int announceSeconds(int seconds) {
        if (seconds > 0 && seconds < 15) {
            throw Problem.invalid("announceSeconds", "range", "must be 0, or 15 and more");
        }
        return seconds;
    }

    /** A level of somebody who serves the queue no more is dropped with them. */
    private static Set<Member> members(QueueInput input) {
        Map<UUID, Integer> levels = new HashMap<>();
        requireNonNullElse(input.levels(), List.<MemberLevel>of()).forEach(one -> levels.put(one.user(), one.level()));
        return requireNonNullElse(input.members(), List.<UUID>of()).stream()
                .map(user -> new Member(user, levels.getOrDefault(user, 0)))
                .collect(Collectors.toSet());
    }

    private static List<UUID> members(Queue queue) {
        return queue.members.stream().map(Member::userId).sorted().toList();
    }

    private static List<MemberLevel> levels(Queue queue) {
        return queue.members.stream()
                .filter(member -> member.level() > 0)
                .map(member -> new MemberLevel(member.userId(), member.level()))
                .sorted(Comparator.comparing(MemberLevel::user))
                .toList();
    }

    @Override
    protected Uni<List<QueueView>> views(Mutiny.Session session, List<Queue> queues) {
        return Uni.createFrom().item(queues.stream().map(this::view).toList());
    }

    @Override
    protected void search(Where where, String text) {
        String like = "%" + text.toLowerCase(Locale.ROOT) + "%";
        where.add("e.name like ? or lower(e.label) like ? or e.labelZh like ?", like, like, like);
    }

    private static Set<Did> dids(@Nullable List<DidInput> inputs) {
        Set<Did> dids = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (DidInput input : requireNonNullElse(inputs, List.<DidInput>of())) {
            if (!numbers.add(input.number())) {
                throw Problem.invalid("dids", "double", input.number() + " is there twice");
            }
            if (!REGIONS.contains(input.region())) {
                throw Problem.invalid("dids", "unknown-region", input.region() + " is no country");
            }
            dids.add(new Did(input.number(), input.region(), input.label()));
        }
        return dids;
    }

    /** Leaves what stays untouched, so that only real differences are written. */
    private static <T> void replace(Set<T> held, Set<T> wanted) {
        held.retainAll(wanted);
        held.addAll(wanted);
    }

    private static List<Did> sorted(Set<Did> dids) {
        return dids.stream().sorted(Comparator.comparing(Did::number)).toList();
    }

    private DidView view(Did did) {
        return new DidView(
                did.number(),
                did.region(),
                did.label(),
                numbers.normalise(did.number(), did.region()).e164());
    }

    private QueueView view(Queue queue) {
        return new QueueView(
                queue.id(),
                queue.name,
                queue.label,
                queue.labelZh,
                sorted(queue.dids).stream().map(this::view).toList(),
                queue.ticketOnAnswered,
                queue.ticketType,
                queue.followUpOnMissed,
                queue.followUpDueMinutes,
                queue.shortAbandonSeconds,
                queue.wrapUpSeconds,
                queue.missedLimit,
                queue.serviceLevelSeconds,
                queue.serviceLevelTarget,
                queue.alarmWaiting,
                queue.alarmLongestWaitSeconds,
                queue.alarmServiceLevel,
                queue.recording,
                queue.strategy,
                queue.ringSeconds,
                queue.pauseSeconds,
                queue.maxWaiting,
                queue.weight,
                queue.announceSeconds,
                queue.longestWaitSeconds,
                queue.overflowQueue,
                queue.overflowNumber,
                members(queue),
                levels(queue),
                queue.version());
    }

    /** The id by which the kit knows a queue; fails with 404 for an unknown name. */
    Uni<UUID> idOf(String name) {
        return sessions.withSession(session -> session.createSelectionQuery(
                                "select e.id from Queue e where e.name = ?1", UUID.class)
                        .setParameter(1, name)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("queue", name));
    }
}
