package dev.trunkline.telephony.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers the actions of the manager interface in the words Asterisk 22 uses. Runs on the PBX's timeline. */
final class AmiActions {
    /** Of the dialplan, those that agents' calls are begun in. */
    private static final Set<String> CONTEXTS = Set.of("from-agents", "own-numbers", "emergency-call");

    private static final Pattern DIALLED = Pattern.compile("[0-9+*#]{1,32}");
    private static final Pattern LEVEL = Pattern.compile("[0-9]{1,4}");

    private final Exchange exchange;
    private final QueueErrands errands;
    private final CoachActions coaching;
    private final Map<String, Answer> answers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    @FunctionalInterface
    private interface Answer {
        String to(Action action);
    }

    AmiActions(Exchange exchange) {
        this.exchange = exchange;
        this.errands = new QueueErrands(exchange);
        this.coaching = new CoachActions(exchange);
        answers.put(
                "Ping",
                action -> action.success()
                        .with("Ping", "Pong")
                        .with("Timestamp", exchange.wire.stamp())
                        .wire());
        answers.put("CoreSettings", this::coreSettings);
        answers.put("CoreShowChannels", this::coreShowChannels);
        answers.put("QueueStatus", this::queueStatus);
        answers.put("QueueAdd", this::queueAdd);
        answers.put("QueueRemove", this::queueRemove);
        answers.put("QueuePause", this::queuePause);
        answers.put("QueuePenalty", this::queuePenalty);
        answers.put("QueueReload", errands::reload);
        answers.put("Originate", this::originate);
        answers.put("Setvar", this::setvar);
        answers.put("Getvar", this::getvar);
        answers.put("Hangup", this::hangup);
        answers.put("Redirect", coaching::redirect);
        answers.put("QueueWithdrawCaller", coaching::withdraw);
        answers.put("QueueChangePriorityCaller", coaching::toFront);
    }

    String answer(Action action) {
        Answer answer = answers.get(action.name());
        return answer == null ? action.error("Invalid/unknown command") : answer.to(action);
    }

    private String coreSettings(Action action) {
        return action.success()
                .with("AMIversion", "11.0.0")
                .with("AsteriskVersion", "22.10.1")
                .with("SystemName", exchange.config.systemName())
                .wire();
    }

    private String coreShowChannels(Action action) {
        StringBuilder list = new StringBuilder(action.list("Channels will follow"));
        Instant now = exchange.timeline.now();
        for (Channel channel : exchange.channels()) {
            Duration age = Duration.between(channel.startedAt, now);
            list.append(
                    channel.describe(Message.event("CoreShowChannel", "call").with("ActionID", action.id()))
                            .with("BridgeId", channel.bridgeId == null ? "" : channel.bridgeId)
                            .with("Application", channel.application)
                            .with("ApplicationData", channel.applicationData)
                            .with(
                                    "Duration",
                                    "%02d:%02d:%02d".formatted(age.toHours(), age.toMinutesPart(), age.toSecondsPart()))
                            .wire());
        }
        return list
                + action.complete(
                        "CoreShowChannelsComplete", exchange.channels().size());
    }

    private String queueStatus(Action action) {
        StringBuilder list = new StringBuilder(action.list("Queue status will follow"));
        int items = 0;
        for (SimulatedQueue queue : exchange.queues()) {
            list.append(Message.event("QueueParams", "agent")
                    .with("ActionID", action.id())
                    .with("Queue", queue.name)
                    .with("Max", queue.rules().most())
                    .with("Strategy", queue.rules().strategy())
                    .with("Calls", queue.waiting.size())
                    .with("Weight", queue.rules().weight())
                    .wire());
            items++;
            for (Member member : queue.members.values()) {
                list.append(member.list(Message.event("QueueMember", "agent").with("ActionID", action.id()))
                        .wire());
                items++;
            }
            int position = 0;
            for (QueueCall call : queue.waiting) {
                list.append(Message.event("QueueEntry", "agent")
                        .with("ActionID", action.id())
                        .with("Queue", queue.name)
                        .with("Position", ++position)
                        .with("Channel", call.caller().name)
                        .with("Uniqueid", call.id())
                        .withOrUnknown("CallerIDNum", call.caller().callerNumber)
                        .withOrUnknown("CallerIDName", call.caller().callerName)
                        .with("Wait", call.waitedSeconds())
                        .wire());
                items++;
            }
        }
        return list + action.complete("QueueStatusComplete", items);
    }

    private String queueAdd(Action action) {
        Optional<SimulatedQueue> queue = exchange.queue(action.get("Queue"));
        Optional<Phone> phone = phone(action.get("Interface"));
        if (queue.isEmpty()) {
            return action.error("Unable to add interface to queue: No such queue");
        }
        if (phone.isEmpty()) {
            return action.error("Unable to add interface: no such phone here");
        }
        if (queue.get().member(phone.get()) != null) {
            return action.error("Unable to add interface: Already there");
        }
        Member member = new Member(queue.get().name, phone.get(), exchange.timeline.now());
        member.paused = truth(action.get("Paused"));
        member.level = level(action);
        queue.get().members.put(phone.get().extension, member);
        exchange.wire.send(member.describe(exchange.wire.event("QueueMemberAdded", "agent")));
        serveSoon(queue.get());
        return action.message("Added interface to queue");
    }

    private String queueRemove(Action action) {
        Optional<SimulatedQueue> queue = exchange.queue(action.get("Queue"));
        if (queue.isEmpty()) {
            return action.error("Unable to remove interface from queue: No such queue");
        }
        Member member = phone(action.get("Interface"))
                .map(phone -> queue.get().members.remove(phone.extension))
                .orElse(null);
        if (member == null) {
            return action.error("Unable to remove interface: Not there");
        }
        exchange.wire.send(member.describe(exchange.wire.event("QueueMemberRemoved", "agent")));
        return action.message("Removed interface from queue");
    }

    private String queuePause(Action action) {
        Optional<Phone> phone = phone(action.get("Interface"));
        boolean paused = truth(action.get("Paused"));
        boolean found = false;
        for (SimulatedQueue queue : exchange.queues()) {
            Member member = phone.map(queue::member).orElse(null);
            if (member != null
                    && (action.get("Queue").isEmpty() || action.get("Queue").equals(queue.name))) {
                found = true;
                pause(member, paused, action.get("Reason"));
                serveSoon(queue);
            }
        }
        if (!found) {
            return action.error("Interface not found");
        }
        return action.message(paused ? "Interface paused successfully" : "Interface unpaused successfully");
    }

    private String queuePenalty(Action action) {
        Member member = exchange.queue(action.get("Queue"))
                .flatMap(queue -> phone(action.get("Interface")).map(queue::member))
                .orElse(null);
        if (member == null) {
            return action.error("Invalid interface, queuename or penalty");
        }
        member.level = level(action);
        exchange.wire.send(member.describe(exchange.wire.event("QueueMemberPenalty", "agent")));
        return action.message("Interface penalty set successfully");
    }

    private static int level(Action action) {
        String penalty = action.get("Penalty");
        return LEVEL.matcher(penalty).matches() ? Integer.parseInt(penalty) : 0;
    }

    private void pause(Member member, boolean paused, String reason) {
        member.paused = paused;
        member.pausedReason = reason;
        member.lastPause = exchange.timeline.now().getEpochSecond();
        exchange.wire.send(member.describe(exchange.wire.event("QueueMemberPause", "agent")));
    }

    private void serveSoon(SimulatedQueue queue) {
        exchange.timeline.after(Duration.ZERO, () -> exchange.serve(queue));
    }

    private String originate(Action action) {
        if (QueueErrands.is(action)) {
            return errands.run(action);
        }
        if (action.get("Context").equals(CoachActions.CONTEXT)) {
            return coaching.originate(action, phone(action.get("Channel")));
        }
        Optional<Phone> phone = phone(action.get("Channel"));
        String number = action.get("Exten");
        if (!DIALLED.matcher(number).matches() || !CONTEXTS.contains(action.get("Context"))) {
            return action.error("Originate: no such extension in this context");
        }
        // As with the real one: who does not exist fails later, by an event.
        exchange.timeline.after(
                Duration.ZERO,
                () -> phone.ifPresentOrElse(
                        found -> exchange.originate(found, number, channelId(action), action.id()),
                        () -> exchange.wire.send(exchange.wire
                                .event("OriginateResponse", "call")
                                .with("ActionID", action.id())
                                .with("Response", "Failure")
                                .with("Channel", action.get("Channel"))
                                .with("Reason", 0)
                                .with("Uniqueid", "<null>"))));
        return action.message("Originate successfully queued");
    }

    static @Nullable String channelId(Action action) {
        String id = action.get("ChannelId");
        return id.isEmpty() ? null : id;
    }

    private String setvar(Action action) {
        if (action.get("Variable").isEmpty()) {
            return action.error("No variable specified");
        }
        if (action.get("Variable").contains("(")) {
            return action.error("Variable not set");
        }
        exchange.variables.put(action.get("Variable"), action.get("Value"));
        return action.message("Variable Set");
    }

    private String getvar(Action action) {
        String name = action.get("Variable");
        String value = name.equals("CALLERID(num-pres)")
                ? channel(action.get("Channel"))
                        .map(channel -> channel.withheld ? "prohib_passed_screen" : "allowed_not_screened")
                        .orElse("")
                : exchange.variables.getOrDefault(name, "");
        return action.success().with("Variable", name).with("Value", value).wire();
    }

    private String hangup(Action action) {
        Optional<Channel> channel = channel(action.get("Channel"));
        if (channel.isEmpty()) {
            return action.error("No such channel");
        }
        exchange.queueCall(channel.get().id)
                .ifPresentOrElse(QueueCall::callerHangsUp, () -> exchange.hangUp(channel.get()));
        return action.message("Channel Hungup");
    }

    private Optional<Channel> channel(String name) {
        return exchange.channel(name);
    }

    private Optional<Phone> phone(String device) {
        return device.startsWith("PJSIP/") ? exchange.phone(device.substring("PJSIP/".length())) : Optional.empty();
    }

    private static boolean truth(String value) {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes") || value.equals("1");
    }
}
