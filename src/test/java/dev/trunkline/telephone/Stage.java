package dev.trunkline.telephone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;

/**
 * Where a flow is played: the Asterisk, an AMI connection, how agents come to their queues, and agents signed in to the
 * service where there is one.
 */
record Stage(AsteriskLab lab, AmiTap actions, IntConsumer joining, IntFunction<RestClient> people) {

    static final Duration LIMIT = Duration.ofMinutes(1);

    /** An agent's phone signs in and the agent takes calls of the agent's queue. */
    void agent(int number, Answering answering) {
        phone(number, answering);
        joining.accept(number);
    }

    /** An agent's phone signs in; the agent takes no calls of a queue. */
    void phone(int number, Answering answering) {
        lab.register(number);
        lab.phone(number, answering);
    }

    /** An agent who is in queue support by way of the dialplan. */
    void agentBehindLocal(int number, String options, Runnable meanwhile) {
        String member = "Local/" + number + "@agent-phone" + options;
        phone(number, Answering.answers());
        actions.join("support", number, member);
        try {
            meanwhile.run();
        } finally {
            actions.send("QueueRemove", Map.of("Queue", "support", "Interface", member));
        }
    }

    /** Calls of a queue are not recorded, and so not announced, while this is played: that saves seconds. */
    void unrecorded(String queue, Runnable meanwhile) {
        actions.set("trunkline/queue/" + queue + "/record", "no");
        try {
            meanwhile.run();
        } finally {
            actions.set("trunkline/queue/" + queue + "/record", "yes");
        }
    }

    /** The customer calls, and this returns when the call is over. */
    void plays(Customer customer) {
        lab.call(customer).await(LIMIT);
    }

    /** What the customer was called for has been seen: the customer hangs up, and this returns when the call is over. */
    void ends(Sipp customer) {
        customer.hangsUp();
        customer.await(LIMIT);
    }

    /**
     * So many queue calls have been taken by agents, and the two of the last one hear each other: only from then on can
     * Asterisk transfer or park.
     */
    void awaitTalks(int count) {
        actions.awaitEvents("AgentConnect", count, LIMIT);
        Map<String, String> connect = actions.events("AgentConnect").get(count - 1);
        awaitBridged(connect.get("Uniqueid"));
        awaitBridged(connect.get("DestUniqueid"));
    }

    /** Waits until the phone's newest channel hears somebody. */
    void awaitTalk(String endpoint) {
        awaitChannel(endpoint);
        awaitBridged(uniqueId(endpoint));
    }

    private void awaitBridged(String uniqueId) {
        actions.await(
                event -> "BridgeEnter".equals(event.get("Event")) && uniqueId.equals(event.get("Uniqueid")), LIMIT);
    }

    /** Waits until the phone, which has been called, is in no call any more. */
    void awaitGone(String endpoint) {
        actions.await(
                any -> {
                    List<String> channels = channels(endpoint, "Newchannel");
                    return !channels.isEmpty() && channels(endpoint, "Hangup").containsAll(channels);
                },
                LIMIT);
    }

    private List<String> channels(String endpoint, String event) {
        return actions.events(event).stream()
                .map(one -> one.get("Channel"))
                .filter(name -> name.startsWith("PJSIP/" + endpoint + "-"))
                .toList();
    }

    /** The newest channel of a phone or of the trunk, by the beginning of its name. */
    String channel(String endpoint) {
        return newest(endpoint, "Channel");
    }

    String uniqueId(String endpoint) {
        return newest(endpoint, "Uniqueid");
    }

    private String newest(String endpoint, String header) {
        return actions.events("Newchannel").stream()
                .filter(event -> event.get("Channel").startsWith("PJSIP/" + endpoint + "-"))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no channel of " + endpoint))
                .get(header);
    }

    /** Waits until the phone that was called last has been answered. */
    void awaitUp(String endpoint) {
        String channel = channel(endpoint);
        actions.await(
                event -> "Newstate".equals(event.get("Event"))
                        && channel.equals(event.get("Channel"))
                        && "6".equals(event.get("ChannelState")),
                LIMIT);
    }

    /** Waits for a channel of this phone. */
    void awaitChannel(String endpoint) {
        awaitChannels(endpoint, 1);
    }

    /** Waits for so many channels of a phone or of the trunk, ended ones counted. */
    void awaitChannels(String endpoint, int count) {
        actions.await(any -> channels(endpoint, "Newchannel").size() >= count, LIMIT);
    }

    /** Waits until the phone's newest channel rings. */
    void awaitRinging(String endpoint) {
        awaitChannel(endpoint);
        String channel = channel(endpoint);
        actions.await(
                event -> "Newstate".equals(event.get("Event"))
                        && channel.equals(event.get("Channel"))
                        && "5".equals(event.get("ChannelState")),
                LIMIT);
    }

    /** Asks Asterisk for something that it must do. */
    void asks(String action, Map<String, String> headers) {
        Map<String, String> response = actions.send(action, headers);
        if (!"Success".equals(response.get("Response"))) {
            throw new AssertionError(action + ": " + response);
        }
    }

    /** The agent asks the service for something to be done with the customer's call, as soon as it can be. */
    void does(int agent, String action, Map<String, ?> input) {
        String path = "calls/" + uniqueId("lab") + "/" + action;
        Awaitility.await(agent + " can " + action)
                .atMost(LIMIT)
                .ignoreException(AssertionError.class)
                .until(() -> {
                    people.apply(agent).post(path, input);
                    return true;
                });
    }

    void does(int agent, String action) {
        does(agent, action, Map.of());
    }

    static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
