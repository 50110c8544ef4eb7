package dev.trunkline.telephony.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers the actions by which coaches take part in calls and callers are moved. Runs on the PBX's timeline. */
final class CoachActions {
    /** The dialplan's context in which coaches hear agents. */
    static final String CONTEXT = "coaching";

    private static final String TAKE_OVER = "take-over";
    private static final Pattern MODE = Pattern.compile("listen|whisper|barge");
    private static final Pattern AGENT = Pattern.compile("PJSIP/10[0-9][0-9](-web)?-[0-9a-f]+");

    private final Exchange exchange;

    CoachActions(Exchange exchange) {
        this.exchange = exchange;
    }

    String originate(Action action, Optional<Phone> phone) {
        Optional<Channel> heard = exchange.channel(action.variables().getOrDefault("COACHED", ""))
                .filter(channel -> AGENT.matcher(channel.name).matches());
        String mode = action.get("Exten");
        if (!MODE.matcher(mode).matches()) {
            return action.error("Originate: no such extension in this context");
        }
        exchange.timeline.after(
                Duration.ZERO,
                () -> phone.ifPresent(coach -> heard.filter(exchange::has)
                        .ifPresent(channel -> exchange.coach(coach, channel, mode, AmiActions.channelId(action)))));
        return action.message("Originate successfully queued");
    }

    String redirect(Action action) {
        String exten = action.get("Exten");
        Optional<Channel> channel = exchange.channel(action.get("Channel"));
        if (channel.isEmpty()) {
            return action.error("Channel does not exist");
        }
        String id = channel.get().id;
        switch (action.get("Context")) {
            case CONTEXT -> exchange.coachCall(id).ifPresent(call -> soon(() -> call.change(exten)));
            case TAKE_OVER ->
                exchange.queueCall(id)
                        .ifPresent(call -> exchange.phone(exten).ifPresent(phone -> soon(() -> call.takenOver(phone))));
            default -> {
                return action.error("Redirect failed");
            }
        }
        return action.message("Redirect successful");
    }

    String withdraw(Action action) {
        Optional<QueueCall> call = waiting(action);
        if (call.isEmpty()) {
            return action.error("Unable to request withdraw from queue: No such caller");
        }
        String from = action.get("Queue");
        SimulatedQueue to = exchange.queue(action.get("WithdrawInfo"))
                .or(() -> exchange.queue(from))
                .orElseThrow();
        soon(() -> call.get().moveTo(to));
        return action.message("Withdraw requested successfully");
    }

    String toFront(Action action) {
        Optional<QueueCall> call = waiting(action);
        if (call.isEmpty()) {
            return action.error("Unable to change priority caller on queue: No such caller");
        }
        exchange.queue(action.get("Queue")).ifPresent(queue -> {
            queue.waiting.remove(call.get());
            queue.waiting.addFirst(call.get());
        });
        return action.message("Priority change for caller on queue");
    }

    private Optional<QueueCall> waiting(Action action) {
        return exchange.queue(action.get("Queue")).stream()
                .flatMap(queue -> queue.waiting.stream())
                .filter(call -> call.caller().name.equals(action.get("Caller")))
                .findFirst();
    }

    private void soon(Runnable task) {
        exchange.timeline.after(Duration.ZERO, task);
    }
}
