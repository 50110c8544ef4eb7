package dev.trunkline.telephone;

import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static dev.trunkline.telephone.Stage.seconds;

import java.util.Map;

/** What agents do with calls by way of the service, as its page does: each is shown on the customer's own line. */
enum ControlFlow implements Flow {
    DIALLED_FROM_THE_PAGE(stage -> {
        stage.phone(1001, Answering.answers());
        stage.lab().outside(Answering.answersAndHangsUpAfter(seconds(3)));
        stage.people().apply(1001).post("calls", Map.of("to", "139 0000 2222"));
        stage.actions().awaitEvents("BridgeEnter", 2, Stage.LIMIT);
        stage.actions().awaitEvents("Hangup", 2, Stage.LIMIT);
    }),
    HUNG_UP_FROM_THE_PAGE(stage -> stage.unrecorded("support", () -> {
        Sipp customer = talks(stage);
        stage.does(1001, "hangup");
        customer.await(Stage.LIMIT);
    })),
    /** The next agent is rung. */
    REJECTED_FROM_THE_PAGE(stage -> stage.unrecorded("support", () -> {
        stage.agent(1001, Answering.justRings());
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.awaitChannel("1001");
        stage.does(1001, "reject");
        stage.agent(1002, Answering.answers());
        stage.awaitTalks(1);
        stage.ends(customer);
    })),
    TRANSFERRED_TO_A_QUEUE_FROM_THE_PAGE(stage -> stage.unrecorded(
            "support",
            () -> stage.unrecorded("sales", () -> {
                stage.agent(1003, Answering.answers());
                Sipp customer = talks(stage);
                stage.does(1001, "transfer", Map.of("to", "sales"));
                stage.awaitTalks(2);
                stage.ends(customer);
            }))),
    TRANSFERRED_OUTSIDE_FROM_THE_PAGE(stage -> stage.unrecorded("support", () -> {
        stage.lab().outside(Answering.answers());
        Sipp customer = talks(stage);
        stage.does(1001, "transfer", Map.of("to", "+86 139 0000 2222"));
        stage.awaitChannels("lab", 2);
        stage.awaitTalk("lab");
        stage.ends(customer);
    })),
    /** The colleague is busy: the customer comes back. */
    TRANSFERRED_IN_VAIN_FROM_THE_PAGE(stage -> stage.unrecorded("support", () -> {
        stage.phone(1002, Answering.busy());
        comesBack(stage, "1002");
    })),
    TRANSFERRED_OUTSIDE_IN_VAIN_FROM_THE_PAGE(stage -> stage.unrecorded("support", () -> {
        stage.lab().outside(Answering.busy());
        comesBack(stage, "+86 139 0000 3333");
    })),
    CONSULTED_AND_HANDED_OVER_FROM_THE_PAGE(stage -> stage.unrecorded("support", () -> {
        Sipp customer = consults(stage);
        stage.does(1001, "complete");
        stage.awaitGone("1001");
        stage.ends(customer);
    })),
    CONSULTED_AND_TAKEN_BACK_FROM_THE_PAGE(stage -> stage.unrecorded("support", () -> {
        Sipp customer = consults(stage);
        stage.does(1001, "cancel");
        stage.awaitGone("1002");
        stage.ends(customer);
    })),
    SWAPPED_FROM_THE_PAGE(stage -> stage.unrecorded("support", () -> {
        Sipp customer = consults(stage);
        int bridged = stage.actions().events("BridgeEnter").size();
        stage.does(1001, "swap");
        stage.actions().awaitEvents("BridgeEnter", bridged + 1, Stage.LIMIT);
        stage.does(1001, "complete");
        stage.awaitGone("1001");
        stage.ends(customer);
    })),
    JOINED_FROM_THE_PAGE(stage -> stage.unrecorded("support", () -> {
        Sipp customer = consults(stage);
        int bridged = stage.actions().events("BridgeEnter").size();
        stage.does(1001, "conference");
        stage.actions().awaitEvents("BridgeEnter", bridged + 1, Stage.LIMIT);
        stage.does(1001, "hangup");
        stage.awaitGone("1001");
        stage.ends(customer);
    })),
    PARKED_AND_PICKED_UP_FROM_THE_PAGE(stage -> stage.unrecorded("support", () -> {
        Sipp customer = talks(stage);
        stage.phone(1002, Answering.answers());
        stage.does(1001, "park");
        stage.actions().awaitEvent("ParkedCall", Stage.LIMIT);
        stage.does(1002, "pickup");
        stage.awaitTalk("1002");
        stage.ends(customer);
    })),
    /** And tones are sent to the customer meanwhile. */
    RECORDING_PAUSED_FROM_THE_PAGE(stage -> {
        stage.agent(1001, Answering.answers());
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.awaitTalks(1);
        stage.does(1001, "record-pause");
        stage.actions().awaitEvent("MixMonitorMute", Stage.LIMIT);
        stage.does(1001, "dtmf", Map.of("tones", "12#"));
        stage.does(1001, "record-resume");
        stage.actions().awaitEvents("MixMonitorMute", 2, Stage.LIMIT);
        stage.ends(customer);
    });

    private final Play play;

    ControlFlow(Play play) {
        this.play = play;
    }

    @Override
    public Play play() {
        return play;
    }

    /** A customer talks to agent 1001. */
    private static Sipp talks(Stage stage) {
        stage.agent(1001, Answering.answers());
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.awaitTalks(1);
        return customer;
    }

    /** Whoever is to take over does not: the customer talks to agent 1001 again. */
    private static void comesBack(Stage stage, String to) {
        Sipp customer = talks(stage);
        stage.does(1001, "transfer", Map.of("to", to));
        stage.actions().awaitEvents("BridgeEnter", 4, Stage.LIMIT);
        stage.ends(customer);
    }

    /** And 1002, whom 1001 asks meanwhile, has answered when this returns. */
    private static Sipp consults(Stage stage) {
        stage.phone(1002, Answering.answers());
        Sipp customer = talks(stage);
        stage.does(1001, "consult", Map.of("to", "1002"));
        stage.awaitChannel("1002");
        stage.awaitUp("1002");
        return customer;
    }
}
