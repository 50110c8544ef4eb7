package dev.trunkline.call.tracking;

import dev.trunkline.call.CallEvent.CompleteReason;
import dev.trunkline.call.CallEvent.RecordingStarted;
import dev.trunkline.shared.Ids;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Puts calls into the database as the tracker does, for tests of what is built on them. */
@Singleton
public class StoredCalls {
    private final CallRows rows;

    StoredCalls(CallRows rows) {
        this.rows = rows;
    }

    /** 5 s of waiting, 4 s of them ringing, 60 s of talk; the caller hangs up. */
    public String answered(String queue, String agent, String from) {
        return store(ended(talk(queue, agent, from), queue, agent));
    }

    /** The same with a recording. */
    public String recorded(String queue, String agent, String file) {
        Script script = talk(queue, agent, "13800138000");
        script.events.add(2, new RecordingStarted(Script.PBX, Script.second(1), script.id, file));
        return store(ended(script, queue, agent));
    }

    /** An answered outbound call with a recording. */
    public String recordedOutbound(String agent, String file) {
        String id = id();
        String far = id + "x";
        Script script =
                new Script(id).agentDials(agent, "13900139000").dials(far, "PJSIP/lab-00000003", "13900139000@lab");
        script.events.add(new RecordingStarted(Script.PBX, Script.second(1), id, file));
        return store(script.at(4)
                .answers(far)
                .bridged(id, far)
                .at(9)
                .hangsUp(far)
                .ended(far, 16)
                .ended(id, 16));
    }

    /** Somebody talks. */
    public String talking(String queue, String agent) {
        return store(talk(queue, agent, "13800138000"));
    }

    /** The caller gives up after 20 s. */
    public String abandoned(String queue, String from) {
        String id = id();
        return store(new Script(id)
                .customer(from, "4008001000")
                .joins(queue)
                .at(20)
                .hangsUp(id)
                .abandoned(queue)
                .ended(id, 0));
    }

    private static Script talk(String queue, String agent, String from) {
        String id = id();
        String leg = id + "a";
        return new Script(id)
                .customer(from, "4008001000")
                .at(2)
                .joins(queue)
                .at(3)
                .offered(queue, agent, leg)
                .rings(leg)
                .at(7)
                .connected(queue, agent, leg);
    }

    private static Script ended(Script script, String queue, String agent) {
        return script.at(67)
                .hangsUp(script.id)
                .completed(queue, agent, CompleteReason.CALLER)
                .ended(script.id, 16)
                .ended(script.id + "a", 16);
    }

    private static String id() {
        return "pbx1-" + Ids.next();
    }

    private String store(Script script) {
        rows.write(List.of(script.call())).await().atMost(Duration.ofSeconds(10));
        return script.id;
    }
}
