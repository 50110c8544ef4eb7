package dev.trunkline.acd;

import dev.trunkline.call.Destination;
import dev.trunkline.call.PbxCommands;
import dev.trunkline.call.PhoneCommands;
import dev.trunkline.call.QueueCommands;
import dev.trunkline.call.QueueDefinition;
import dev.trunkline.shared.json.Words;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Notes what it is told, or is out of reach. */
@Alternative
@ApplicationScoped
public class FakePbx implements PbxCommands, PhoneCommands, QueueCommands {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Map<String, QueueDefinition> queues = new ConcurrentHashMap<>();
    private final Map<String, String> numbers = new ConcurrentHashMap<>();
    private volatile boolean away;
    private volatile String refusing = "";
    private volatile String lacking = "";

    public List<String> told() {
        return List.copyOf(told);
    }

    public void forget() {
        told.clear();
    }

    /** Queues as they were defined. */
    Map<String, QueueDefinition> defined() {
        return queues;
    }

    /** The queue that each number leads to, - for one taken away. */
    Map<String, String> numbers() {
        return numbers;
    }

    /** Does not take the definition of this queue. */
    void refuse(String queue) {
        refusing = queue;
    }

    /** Lets nobody into this queue. */
    void lack(String queue) {
        lacking = queue;
    }

    public void away(boolean now) {
        away = now;
    }

    @Override
    public Uni<Void> joinQueue(String queue, String agent, int level) {
        if (lacking.equals(queue)) {
            return Uni.createFrom().failure(new PbxRefused("No such queue"));
        }
        return tell("join " + queue + " " + agent + (level == 0 ? "" : " " + level));
    }

    @Override
    public Uni<Void> leaveQueue(String queue, String agent) {
        return tell("leave " + queue + " " + agent);
    }

    @Override
    public Uni<Void> pause(String agent, boolean paused, @Nullable String reason) {
        return tell((paused ? "pause " : "unpause ") + agent + " " + reason);
    }

    @Override
    public Uni<Void> dial(String callId, String agent, Destination to) {
        return tell("dial " + agent + " " + to);
    }

    @Override
    public Uni<Void> setPhone(String agent, boolean atBrowser, String browserPassword) {
        return tell("phone " + agent + " " + (atBrowser ? "browser " : "desk ") + browserPassword);
    }

    @Override
    public Uni<Void> returnToAgent(String legId, String agent) {
        return tell("return " + legId + " " + agent);
    }

    @Override
    public Uni<Void> setQueuePolicy(String queue, String key, String value) {
        return tell("policy " + queue + " " + key + " " + value);
    }

    @Override
    public Uni<Void> define(QueueDefinition queue) {
        return refusing.equals(queue.name())
                ? Uni.createFrom().failure(new PbxRefused("Originate failed"))
                : keep(() -> queues.put(queue.name(), queue));
    }

    @Override
    public Uni<Void> route(String number, String queue) {
        return keep(() -> numbers.put(number, queue));
    }

    @Override
    public Uni<Void> unroute(String number) {
        return keep(() -> numbers.put(number, "-"));
    }

    @Override
    public Uni<List<PbxQueue>> queues() {
        return Uni.createFrom().deferred(() -> {
            if (away) {
                return Uni.createFrom().failure(new PbxUnavailable("no link"));
            }
            return Uni.createFrom()
                    .item(queues.values().stream()
                            .map(queue -> new PbxQueue(
                                    queue.name(), Words.of(queue.strategy()), queue.maxWaiting(), queue.weight(), 0, 0))
                            .toList());
        });
    }

    private Uni<Void> keep(Runnable keeping) {
        return Uni.createFrom().deferred(() -> {
            if (away) {
                return Uni.createFrom().failure(new PbxUnavailable("no link"));
            }
            keeping.run();
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> tell(String what) {
        return Uni.createFrom().deferred(() -> {
            if (away) {
                return Uni.createFrom().failure(new PbxUnavailable("no link"));
            }
            told.add(what);
            return Uni.createFrom().voidItem();
        });
    }
}
