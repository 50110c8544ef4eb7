package dev.trunkline.load;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * A manager interface that says what it is told to say and answers the service's questions: no channels, and the queue
 * members that the service itself added. What it says goes to those who asked for events.
 */
final class LoadPbx {
    private final Vertx vertx;
    private final Set<NetSocket> listeners = ConcurrentHashMap.newKeySet();
    /** Whether they are paused. */
    private final Map<Member, Boolean> members = new HashMap<>();

    private final LongAdder sent = new LongAdder();

    LoadPbx(Vertx vertx) {
        this.vertx = vertx;
    }

    private record Member(String queue, String agent) {}

    /** Listens on a free port, which it answers. */
    int start() throws Exception {
        return vertx.createNetServer(new NetServerOptions().setTcpNoDelay(true))
                .connectHandler(this::connected)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    /** Writes an event to all who listen. Any thread. */
    void say(byte[] event) {
        sent.increment();
        Buffer buffer = Buffer.buffer(event);
        listeners.forEach(socket -> socket.write(buffer));
    }

    /** Events written since the start. */
    long sent() {
        return sent.sum();
    }

    /** Queue members that the service has added, each once for every queue. */
    synchronized int members() {
        return members.size();
    }

    private void connected(NetSocket socket) {
        socket.write("Asterisk Call Manager/11.0.0\r\n");
        socket.closeHandler(gone -> listeners.remove(socket));
        socket.handler(RecordParser.newDelimited("\r\n\r\n", action -> {
            Map<String, String> fields = new HashMap<>();
            action.toString().lines().forEach(line -> {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    fields.put(
                            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip());
                }
            });
            socket.write(answer(socket, fields));
        }));
    }

    private synchronized String answer(NetSocket socket, Map<String, String> action) {
        String id = "\r\nActionID: " + action.getOrDefault("actionid", "") + "\r\n";
        String success = "Response: Success" + id;
        Member member = new Member(
                action.getOrDefault("queue", ""),
                action.getOrDefault("interface", "").replace("PJSIP/", ""));
        return switch (action.getOrDefault("action", "").toLowerCase(Locale.ROOT)) {
            case "login" -> {
                if (!"off".equals(action.get("events"))) {
                    listeners.add(socket);
                }
                yield success + "Message: Authentication accepted\r\n\r\n";
            }
            case "challenge" -> success + "Challenge: 123456789\r\n\r\n";
            case "ping" -> success + "Ping: Pong\r\n" + now() + "\r\n";
            case "coresettings" -> success + "AsteriskVersion: 22.10.1\r\nSystemName: load\r\n\r\n";
            case "coreshowchannels" ->
                success + "EventList: start\r\n\r\nEvent: CoreShowChannelsComplete" + id
                        + "EventList: Complete\r\nListItems: 0\r\n\r\n";
            case "queuestatus" -> success + "EventList: start\r\n\r\n" + members(id);
            case "queueadd" -> {
                members.put(member, truth(action));
                yield success + "Message: Added interface to queue\r\n\r\n" + event("QueueMemberAdded", member);
            }
            case "queueremove" -> {
                members.remove(member);
                yield success + "Message: Removed interface from queue\r\n\r\n" + event("QueueMemberRemoved", member);
            }
            case "queuepause" -> {
                List<Member> meant = members.keySet().stream()
                        .filter(each -> each.agent().equals(member.agent())
                                && (member.queue().isEmpty() || member.equals(each)))
                        .toList();
                meant.forEach(each -> members.replace(each, truth(action)));
                yield success + "Message: Interface paused or unpaused\r\n\r\n"
                        + meant.stream()
                                .map(each -> event("QueueMemberPause", each))
                                .collect(Collectors.joining());
            }
            case "getvar" -> success + "Variable: x\r\nValue: \r\n\r\n";
            default -> success + "\r\n";
        };
    }

    private String members(String id) {
        StringBuilder list = new StringBuilder();
        members.forEach((member, paused) -> list.append("Event: QueueMember")
                .append(id)
                .append(fields(member))
                .append("\r\n"));
        return list + "Event: QueueStatusComplete" + id + "EventList: Complete\r\nListItems: " + members.size()
                + "\r\n\r\n";
    }

    private String event(String name, Member member) {
        return "Event: " + name + "\r\nPrivilege: agent,all\r\n" + now() + "SystemName: load\r\n" + fields(member)
                + "\r\n";
    }

    private String fields(Member member) {
        return "Queue: " + member.queue() + "\r\nMemberName: " + member.agent() + "\r\nInterface: PJSIP/"
                + member.agent() + "\r\nStateInterface: PJSIP/" + member.agent()
                + "\r\nMembership: dynamic\r\nPenalty: 0\r\nCallsTaken: 0\r\n"
                + "LastCall: 0\r\nLastPause: 0\r\nInCall: 0\r\nStatus: 1\r\nPaused: "
                + (members.getOrDefault(member, false) ? 1 : 0) + "\r\nPausedReason: \r\n";
    }

    private static boolean truth(Map<String, String> action) {
        return Set.of("true", "1").contains(action.getOrDefault("paused", "false"));
    }

    private static String now() {
        long millis = System.currentTimeMillis();
        return "Timestamp: " + millis / 1000 + "." + String.format("%03d000", millis % 1000) + "\r\n";
    }
}
