package dev.trunkline.telephony.ami;

import static java.util.Objects.requireNonNullElse;

import dev.trunkline.call.QueueCommands;
import dev.trunkline.call.QueueDefinition;
import dev.trunkline.call.QueueDefinition.Overflow;
import dev.trunkline.shared.json.Words;
import dev.trunkline.telephony.Errand;
import dev.trunkline.telephony.ami.action.QueueReloadAction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.QueueParamsEvent;
import org.asteriskjava.manager.event.ResponseEvent;

/**
 * Queues and numbers, written by the dialplan's own contexts for them: AMI has no right to write files or AstDB, see decision
 * 0017. Every value is checked before it goes into a line of the protocol, and by the dialplan once more.
 */
@ApplicationScoped
class AmiQueueCommands implements QueueCommands {
    private static final Pattern QUEUE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,20}");
    private static final String NOWHERE = "-";

    /** Time for an errand that takes the PBX some milliseconds. */
    private static final long ERRAND_MS = 3_000;

    private final AmiCommandLink link;

    AmiQueueCommands(AmiCommandLink link) {
        this.link = link;
    }

    @Override
    public Uni<Void> define(QueueDefinition queue) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("QUEUE", AmiWords.matching(QUEUE, "queue", queue.name()));
        variables.put("STRATEGY", Words.of(queue.strategy()));
        variables.put("RING", count(queue.ringSeconds()));
        variables.put("PAUSE", count(queue.pauseSeconds()));
        variables.put("MOST", count(queue.maxWaiting()));
        variables.put("WEIGHT", count(queue.weight()));
        variables.put("ANNOUNCE", count(queue.announceSeconds()));
        variables.put("WAIT", count(queue.longestWaitSeconds()));
        variables.put("OVERFLOW", word(queue.overflow()));
        return errand("queue-setup", variables)
                .chain(() -> link.send(new QueueReloadAction(queue.name())))
                .chain(AmiWords::done);
    }

    @Override
    public Uni<Void> route(String number, String queue) {
        return number(number, AmiWords.matching(QUEUE, "queue", queue));
    }

    @Override
    public Uni<Void> unroute(String number) {
        return number(number, NOWHERE);
    }

    private Uni<Void> number(String number, String queue) {
        return errand("number-setup", Map.of("NUMBER", AmiWords.matching(NUMBER, "number", number), "QUEUE", queue));
    }

    /** A channel of its own runs through the context, which takes nothing but these. */
    private Uni<Void> errand(String context, Map<String, String> variables) {
        OriginateAction errand = new OriginateAction();
        errand.setChannel("Local/s@" + context + "/n");
        errand.setChannelId(Errand.newId());
        errand.setApplication("NoOp");
        errand.setVariables(variables);
        errand.setTimeout(ERRAND_MS);
        errand.setAsync(false);
        return link.send(errand).chain(AmiWords::done);
    }

    @Override
    public Uni<List<PbxQueue>> queues() {
        return link.list(new QueueStatusAction()).map(AmiQueueCommands::read);
    }

    /** A queue comes first, its members and callers after it. */
    private static List<PbxQueue> read(List<ResponseEvent> events) {
        List<QueueParamsEvent> queues = new ArrayList<>();
        Map<String, Integer> members = new TreeMap<>();
        Map<String, Integer> callers = new TreeMap<>();
        for (ResponseEvent event : events) {
            switch (event) {
                case QueueParamsEvent queue -> queues.add(queue);
                case QueueMemberEvent member -> members.merge(member.getQueue(), 1, Integer::sum);
                case QueueEntryEvent caller -> callers.merge(caller.getQueue(), 1, Integer::sum);
                default -> {}
            }
        }
        return queues.stream()
                .map(queue -> new PbxQueue(
                        queue.getQueue(),
                        requireNonNullElse(HostileText.clean(queue.getStrategy(), AmiWords.LONGEST_TEXT), ""),
                        requireNonNullElse(queue.getMax(), 0),
                        requireNonNullElse(queue.getWeight(), 0),
                        members.getOrDefault(queue.getQueue(), 0),
                        callers.getOrDefault(queue.getQueue(), 0)))
                .toList();
    }

    private static String count(int value) {
        if (value < 0 || value > 99_999) {
            throw new IllegalArgumentException("Not a valid figure for the PBX");
        }
        return Integer.toString(value);
    }

    /** As extensions.conf has it: a queue's name cannot have a colon, nor begin with a dash. */
    private static String word(Overflow overflow) {
        return switch (overflow) {
            case Overflow.Nowhere ignored -> NOWHERE;
            case Overflow.ToQueue to -> AmiWords.matching(QUEUE, "queue", to.queue());
            case Overflow.ToNumber to -> "tel:" + AmiWords.matching(NUMBER, "number", to.number());
        };
    }
}
