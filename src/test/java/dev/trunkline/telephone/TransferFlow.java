package dev.trunkline.telephone;

import static dev.trunkline.telephone.Customer.SALES;
import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static dev.trunkline.telephone.Stage.seconds;

import java.util.Map;

/** Calls that change hands. */
enum TransferFlow implements Flow {
    BLIND_TRANSFER_TO_AGENT(stage -> {
        stage.agent(1001, Answering.transfersTo("1002"));
        stage.phone(1002, Answering.answers());
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.awaitTalk("1002");
        stage.ends(customer);
    }),
    BLIND_TRANSFER_TO_QUEUE(stage -> stage.unrecorded(
            "support",
            () -> stage.unrecorded("sales", () -> {
                stage.agent(1001, Answering.transfersTo(SALES));
                stage.agent(1003, Answering.answers());
                Sipp customer = stage.lab().call(calling(SUPPORT));
                stage.awaitTalks(2);
                stage.ends(customer);
            }))),
    BLIND_TRANSFER_OUTSIDE(stage -> stage.unrecorded("support", () -> {
        stage.agent(1001, Answering.transfersTo("013900002222"));
        stage.lab().outside(Answering.answers());
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.awaitChannels("lab", 2);
        stage.awaitTalk("lab");
        stage.ends(customer);
    })),
    /** By AMI, to a colleague who does not answer: the caller gives up. */
    BLIND_TRANSFER_ABANDONED(stage -> stage.unrecorded("support", () -> {
        stage.agent(1001, Answering.answers());
        stage.phone(1002, Answering.justRings());
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.awaitTalks(1);
        stage.asks(
                "BlindTransfer", Map.of("Channel", stage.channel("1001"), "Context", "from-agents", "Exten", "1002"));
        stage.awaitRinging("1002");
        stage.ends(customer);
    })),
    /** From a desk phone: the agent's question to the colleague is a call of its own until the two are joined. */
    ATTENDED_TRANSFER(stage -> stage.unrecorded("support", () -> {
        stage.agent(1001, Answering.consults("1002"));
        stage.phone(1002, Answering.answers());
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.awaitTalk("1002");
        stage.awaitGone("1001");
        stage.ends(customer);
    })),
    ATTENDED_TRANSFER_CANCELLED(stage -> stage.unrecorded("support", () -> {
        stage.agent(1001, Answering.consultsInVain("1002"));
        stage.phone(1002, Answering.answers());
        stage.plays(calling(SUPPORT).stayingFor(seconds(9)));
    })),
    ATTENDED_TRANSFER_OUTSIDE(stage -> stage.unrecorded("support", () -> {
        stage.agent(1001, Answering.consults("013900002222"));
        stage.lab().outside(Answering.answers());
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.awaitChannels("lab", 2);
        stage.awaitTalk("lab");
        stage.awaitGone("1001");
        stage.ends(customer);
    })),
    /** By AMI, which types the key code; completed by the agent's hanging up. */
    ATTENDED_TRANSFER_BY_KEY(stage -> stage.unrecorded("support", () -> {
        Sipp customer = consultsByKey(stage);
        stage.asks("Hangup", Map.of("Channel", stage.channel("1001")));
        stage.awaitGone("1001");
        stage.ends(customer);
    })),
    ATTENDED_TRANSFER_BY_KEY_CANCELLED(stage -> stage.unrecorded("support", () -> {
        Sipp customer = consultsByKey(stage);
        stage.asks("CancelAtxfer", Map.of("Channel", stage.channel("1001")));
        stage.awaitGone("1002");
        stage.ends(customer);
    })),
    PARK_AND_TAKE(stage -> stage.unrecorded("support", () -> {
        stage.agent(1001, Answering.transfersTo("700"));
        stage.lab().register(1002);
        Sipp customer = stage.lab().call(calling(SUPPORT));
        String space = stage.actions().awaitEvent("ParkedCall", Stage.LIMIT).get("ParkingSpace");
        stage.lab().phoneCalls(1002, space, seconds(30));
        stage.awaitTalk("1002");
        stage.ends(customer);
    })),
    /** By AMI; nobody takes the call and it comes back to the phone that parked it. */
    PARK_AND_RETURN(stage -> stage.unrecorded("support", () -> {
        stage.agent(1001, Answering.answers());
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.awaitTalks(1);
        stage.asks(
                "Park",
                Map.of(
                        "Channel",
                        stage.channel("lab"),
                        "TimeoutChannel",
                        stage.channel("1001"),
                        "Timeout",
                        "2000",
                        "Parkinglot",
                        "default"));
        stage.awaitChannels("1001", 2);
        stage.awaitTalk("1001");
        stage.ends(customer);
    })),
    /** Customer, agent and a colleague; the colleague leaves first, then the agent, and with the last agent it ends. */
    CONFERENCE_OF_THREE(stage -> stage.unrecorded("support", () -> {
        stage.agent(1001, Answering.answersAndHangsUpAfter(seconds(5)));
        stage.phone(1002, Answering.answersAndHangsUpAfter(seconds(2)));
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.awaitTalks(1);
        String room = stage.uniqueId("lab").replaceAll("[^0-9]", "");
        stage.asks(
                "Redirect",
                Map.of(
                        "Channel",
                        stage.channel("lab"),
                        "ExtraChannel",
                        stage.channel("1001"),
                        "Context",
                        "conference",
                        "Exten",
                        room,
                        "Priority",
                        "1"));
        stage.asks(
                "Originate",
                Map.of(
                        "Channel",
                        "PJSIP/1002",
                        "Context",
                        "conference",
                        "Exten",
                        room,
                        "Priority",
                        "1",
                        "ChannelId",
                        "conference-" + room,
                        "Async",
                        "true"));
        customer.await(Stage.LIMIT);
    })),
    /** One agent's customer and the supplier whom another agent has called are left to each other. */
    MERGE_OF_TWO_CALLS(stage -> stage.unrecorded("support", () -> {
        stage.agent(1001, Answering.answers());
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.awaitTalks(1);
        String first = stage.channel("lab");
        stage.lab().register(1002);
        stage.lab().outside(Answering.answers());
        stage.lab().phoneCalls(1002, "013900002222", seconds(30));
        stage.actions().awaitEvents("BridgeCreate", 2, Stage.LIMIT);
        stage.actions().awaitEvents("BridgeEnter", 4, Stage.LIMIT);
        stage.asks("Bridge", Map.of("Channel1", first, "Channel2", stage.channel("lab"), "Tone", "no"));
        stage.awaitGone("1001");
        stage.awaitGone("1002");
        stage.ends(customer);
    }));

    private final Play play;

    TransferFlow(Play play) {
        this.play = play;
    }

    @Override
    public Play play() {
        return play;
    }

    /** Agent 1001, with a customer, asks 1002, who has answered when this returns. */
    private static Sipp consultsByKey(Stage stage) {
        stage.agent(1001, Answering.answers());
        stage.phone(1002, Answering.answers());
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.awaitTalks(1);
        stage.asks("Atxfer", Map.of("Channel", stage.channel("1001"), "Context", "from-agents", "Exten", "1002"));
        stage.awaitChannel("1002");
        stage.awaitUp("1002");
        return customer;
    }
}
