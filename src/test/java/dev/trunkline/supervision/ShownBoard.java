package dev.trunkline.supervision;

import dev.trunkline.LiveClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** What a page shows that does with each message what the messages' description says. */
record ShownBoard(Map<String, JsonObject> queues, Map<String, JsonObject> agents) {
    /** After all messages that came so far. */
    static ShownBoard on(LiveClient page) {
        ShownBoard shown = new ShownBoard(new HashMap<>(), new HashMap<>());
        for (JsonObject message : page.received()) {
            switch (message.getString("type")) {
                case "snapshot" -> shown.all(message.copy());
                case "queue" -> shown.queue(message.getJsonObject("queue").copy());
                case "agent" -> shown.agent(message.getJsonObject("agent").copy());
                case "call" -> shown.call(message.getJsonObject("call").copy());
                case "alarm" -> {}
                default -> throw new IllegalStateException("No such message: " + message);
            }
        }
        return shown;
    }

    /** As a snapshot says. */
    static ShownBoard of(JsonObject snapshot) {
        ShownBoard content = new ShownBoard(new HashMap<>(), new HashMap<>());
        content.all(snapshot);
        return content;
    }

    void all(JsonObject snapshot) {
        queues.clear();
        agents.clear();
        each(snapshot.getJsonArray("queues")).forEach(this::put);
        each(snapshot.getJsonArray("agents")).forEach(this::agent);
    }

    private static List<JsonObject> each(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    private void put(JsonObject queue) {
        queues.put(queue.getString("name"), queue);
    }

    void queue(JsonObject queue) {
        JsonObject known = queues.get(queue.getString("name"));
        Map<String, JsonObject> intervals = new TreeMap<>();
        each(known.getJsonArray("intervals")).forEach(one -> intervals.put(one.getString("from"), one));
        each(queue.getJsonArray("intervals")).forEach(one -> intervals.put(one.getString("from"), one));
        put(queue.put("intervals", new JsonArray(List.copyOf(intervals.values()))));
    }

    void agent(JsonObject agent) {
        agents.put(agent.getString("userId"), agent);
    }

    void call(JsonObject call) {
        Predicate<JsonObject> same =
                holder -> holder.getJsonObject("call").getString("id").equals(call.getString("id"));
        queues.values()
                .forEach(queue -> each(queue.getJsonArray("waiting")).stream()
                        .filter(same)
                        .forEach(one -> one.put("call", call)));
        agents.values().stream()
                .filter(agent -> agent.getValue("call") != null)
                .map(agent -> agent.getJsonObject("call"))
                .filter(same)
                .forEach(one -> one.put("call", call));
    }

    JsonObject queue(String name) {
        return queues.get(name);
    }

    JsonObject agent(UUID id) {
        return agents.get(id.toString());
    }

    JsonObject waiting(String queue, String callId) {
        return each(queues.get(queue).getJsonArray("waiting")).stream()
                .filter(one -> one.getJsonObject("call").getString("id").equals(callId))
                .findFirst()
                .orElse(null);
    }
}
