package dev.trunkline.acd;

import dev.trunkline.call.Destination;
import dev.trunkline.call.PbxCommands;
import dev.trunkline.call.PhoneCommands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Notes what it is told, or is out of reach. */
@Alternative
@ApplicationScoped
public class FakePbx implements PbxCommands, PhoneCommands {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    public List<String> told() {
        return List.copyOf(told);
    }

    public void forget() {
        told.clear();
    }

    public void away(boolean now) {
        away = now;
    }

    @Override
    public Uni<Void> joinQueue(String queue, String agent) {
        return tell("join " + queue + " " + agent);
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
