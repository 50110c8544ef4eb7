package dev.trunkline.telephony.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The simulated PBX itself: phones, queues and calls. Pure apart from its {@link Timeline}; everything runs on that, so
 * nothing here is thread-safe.
 */
final class Exchange {
    static final String TRUNK = "lab";
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int FIRST_PHONE = 1001;

    final Timeline timeline;
    final Wire wire;
    final SimulatorConfig config;
    final QueueBooks books;
    final Asking asking;
    final Map<String, String> variables = new TreeMap<>();
    private final Map<String, String> numbers = new TreeMap<>();
    private final People people;
    private final Recorder recorder;
    private final Map<String, Phone> phones = new LinkedHashMap<>();
    private final Map<String, SimulatedQueue> queues = new LinkedHashMap<>();
    private final Map<String, QueueCall> queueCalls = new LinkedHashMap<>();
    private final Map<String, DialledCall> dialledCalls = new LinkedHashMap<>();
    private final Map<String, CoachCall> coachCalls = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private int nextChannel;
    private long offers;

    Exchange(Timeline timeline, Wire wire, SimulatorConfig config, People people, Recorder recorder, Asking asking) {
        this.timeline = timeline;
        this.wire = wire;
        this.books = new QueueBooks(timeline, wire.journal());
        this.config = config;
        this.people = people;
        this.recorder = recorder;
        this.asking = asking;
        for (int phone = FIRST_PHONE; phone < FIRST_PHONE + config.phones(); phone++) {
            phones.put(String.valueOf(phone), new Phone(String.valueOf(phone)));
        }
        numbers.putAll(config.dids());
        numbers.values().forEach(queue -> queues.putIfAbsent(queue, new SimulatedQueue(queue, usual())));
    }

    /** A customer calls one of our numbers; the call's id, empty when the number is none of ours. */
    Optional<String> callIn(Caller caller, String did) {
        SimulatedQueue queue = queues.get(numbers.getOrDefault(did, ""));
        if (queue == null) {
            return Optional.empty();
        }
        Channel leg = newChannel(TRUNK, null, null, Channel.RING, "from-trunk", did);
        leg.callerNumber = caller.number();
        leg.callerName = caller.name();
        leg.withheld = caller.withheld();
        QueueCall call = new QueueCall(this, leg, queue, people);
        queueCalls.put(leg.id, call);
        call.begin();
        return Optional.of(leg.id);
    }

    /** An agent dials from the phone's own keys; the call's id. */
    String phoneCalls(Phone phone, String number) {
        Channel leg = newChannel(phone.extension, null, null, Channel.RING, "from-agents", number);
        DialledCall call = dialled(leg, phone, number);
        call.beginFromPhone();
        return leg.id;
    }

    /** We ring the agent's phone and then dial. */
    void originate(Phone phone, String number, @Nullable String id, String actionId) {
        Channel leg = newChannel(phone.extension, id, null, Channel.DOWN, "from-agents", number);
        dialled(leg, phone, number).beginByOriginate(actionId);
    }

    /** We ring a coach's phone, which then hears an agent's channel. */
    void coach(Phone phone, Channel heard, String mode, @Nullable String id) {
        Channel leg = newChannel(phone.extension, id, null, Channel.DOWN, "coaching", "s");
        CoachCall call = new CoachCall(this, leg, phone, heard, mode, people);
        coachCalls.put(leg.id, call);
        call.begin();
    }

    private DialledCall dialled(Channel leg, Phone phone, String number) {
        leg.callerNumber = phone.extension;
        DialledCall call = new DialledCall(this, leg, phone, number, people);
        dialledCalls.put(leg.id, call);
        return call;
    }

    Channel newChannel(
            String device, @Nullable String id, @Nullable String linkedId, int state, String context, String exten) {
        int number = nextChannel++;
        Instant now = timeline.now();
        String unique = id == null ? config.systemName() + "-" + now.getEpochSecond() + "." + number : id;
        Channel channel = new Channel(
                "PJSIP/%s-%08x".formatted(device, number),
                unique,
                linkedId == null ? unique : linkedId,
                now,
                state,
                context,
                exten);
        channels.put(unique, channel);
        return channel;
    }

    void gone(Channel channel) {
        channels.remove(channel.id);
        List.copyOf(coachCalls.values()).forEach(call -> call.gone(channel));
    }

    boolean has(Channel channel) {
        return channels.containsKey(channel.id);
    }

    void over(QueueCall call, @Nullable String recording, Duration talk) {
        queueCalls.remove(call.id());
        if (recording != null) {
            recorder.recorded(recording, talk);
        }
    }

    void over(DialledCall call) {
        dialledCalls.remove(call.id());
    }

    void over(CoachCall call) {
        coachCalls.remove(call.id());
    }

    /** Rings free agents for those who wait longest. */
    void serve(SimulatedQueue queue) {
        for (QueueCall call : List.copyOf(queue.waiting)) {
            if (call.wantsAgent()) {
                List<Member> members = queue.next();
                if (members.isEmpty()) {
                    return;
                }
                members.forEach(member -> member.lastOffer = ++offers);
                call.offer(members);
            }
        }
    }

    /** The weightier queue comes first. */
    private void serveAll() {
        queues.values().stream()
                .sorted(Comparator.comparingInt(queue -> -queue.rules().weight()))
                .forEach(this::serve);
    }

    private SimulatedQueue.Rules usual() {
        return new SimulatedQueue.Rules("rrmemory", config.ring(), config.retry(), 0, 0);
    }

    /** Makes the queue, or has it work so from now on. */
    void define(String name, SimulatedQueue.Rules rules) {
        SimulatedQueue queue = queues.get(name);
        if (queue == null) {
            queues.put(name, new SimulatedQueue(name, rules));
        } else {
            queue.become(rules);
            timeline.after(Duration.ZERO, () -> serve(queue));
        }
    }

    /** Which number leads to which queue. */
    Map<String, String> numbers() {
        return numbers;
    }

    /** Where a caller goes who could not wait any longer; empty when there is no such queue. */
    Optional<SimulatedQueue> overflow(SimulatedQueue from) {
        return queue(variables.getOrDefault("trunkline/queue/" + from.name + "/overflow", ""));
    }

    /** A phone rings, is in use or free again: its queues hear of it, and those who wait may get it. */
    void changed(Phone phone) {
        wire.device(phone.device(), phone.idle() ? "NOT_INUSE" : phone.ringing() ? "RINGING" : "INUSE");
        for (SimulatedQueue queue : queues.values()) {
            Member member = queue.member(phone);
            if (member != null) {
                wire.send(member.describe(wire.event("QueueMemberStatus", "agent")));
            }
        }
        if (phone.idle()) {
            timeline.after(Duration.ZERO, this::serveAll);
        }
    }

    /** Somebody hangs up the leg of an agent's phone, or of who was dialled. */
    void hangUp(Channel leg) {
        for (Phone phone : phones.values()) {
            Phone.Line line = phone.line;
            if (line != null && leg.equals(phone.channel)) {
                line.hungUp(phone);
                return;
            }
        }
        dialledCall(leg.linkedId).ifPresent(DialledCall::farHangsUp);
    }

    boolean records(String queue) {
        return !"no".equals(variables.get("trunkline/queue/" + queue + "/record"));
    }

    Duration patience(String queue) {
        String seconds = variables.getOrDefault("trunkline/queue/" + queue + "/timeout", "");
        return SECONDS.matcher(seconds).matches() ? Duration.ofSeconds(Long.parseLong(seconds)) : config.queueTimeout();
    }

    /** By name or, as the real one takes them, by unique id. */
    Optional<Channel> channel(String name) {
        return channels.values().stream()
                .filter(channel -> channel.name.equals(name) || channel.id.equals(name))
                .findFirst();
    }

    Collection<Channel> channels() {
        return channels.values();
    }

    Collection<SimulatedQueue> queues() {
        return queues.values();
    }

    Optional<SimulatedQueue> queue(String name) {
        return Optional.ofNullable(queues.get(name));
    }

    Optional<Phone> phone(String extension) {
        return Optional.ofNullable(phones.get(extension));
    }

    Optional<QueueCall> queueCall(String id) {
        return Optional.ofNullable(queueCalls.get(id));
    }

    Optional<DialledCall> dialledCall(String id) {
        return Optional.ofNullable(dialledCalls.get(id));
    }

    Optional<CoachCall> coachCall(String id) {
        return Optional.ofNullable(coachCalls.get(id));
    }

    /** Everybody hangs up. */
    void clear() {
        List.copyOf(queueCalls.values()).forEach(QueueCall::callerHangsUp);
        for (DialledCall call : List.copyOf(dialledCalls.values())) {
            call.hungUp(call.phone());
        }
    }

    int calls() {
        return queueCalls.size() + dialledCalls.size();
    }
}
