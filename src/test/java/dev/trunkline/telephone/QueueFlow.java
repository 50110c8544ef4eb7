package dev.trunkline.telephone;

import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.URGENT;
import static dev.trunkline.telephone.Customer.calling;
import static dev.trunkline.telephone.Stage.seconds;

/** What queues and the phones in them do besides ringing one after another. */
enum QueueFlow implements Flow {
    /** Two phones ring at once; one answers. */
    RING_ALL(stage -> stage.unrecorded("urgent", () -> {
        stage.agent(1005, Answering.justRings());
        stage.agent(1006, Answering.answersAfter(seconds(2)));
        stage.plays(calling(URGENT).stayingFor(seconds(5)));
    })),
    /** Nobody in the first queue; the second one's agent takes the call. */
    QUEUE_OVERFLOW(stage -> {
        stage.actions().set("trunkline/queue/support/timeout", "2");
        stage.actions().set("trunkline/queue/support/overflow", "sales");
        stage.agent(1003, Answering.answers());
        stage.plays(calling(SUPPORT).stayingFor(seconds(8)));
        stage.actions().set("trunkline/queue/support/timeout", "300");
        stage.actions().set("trunkline/queue/support/overflow", "none");
    }),
    /** And nobody there either. */
    QUEUE_OVERFLOW_ABANDONED(stage -> stage.unrecorded(
            "support",
            () -> stage.unrecorded("sales", () -> {
                stage.actions().set("trunkline/queue/support/timeout", "1");
                stage.actions().set("trunkline/queue/support/overflow", "sales");
                stage.plays(calling(SUPPORT).stayingFor(seconds(3)));
                stage.actions().set("trunkline/queue/support/timeout", "300");
                stage.actions().set("trunkline/queue/support/overflow", "none");
            }))),
    /** The agent available first is on the phone already; the next one answers. */
    AGENT_BUSY(stage -> stage.unrecorded("support", () -> {
        stage.agent(1001, Answering.busy());
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.actions().awaitEvent("AgentRingNoAnswer", Stage.LIMIT);
        stage.agent(1002, Answering.answers());
        stage.awaitTalks(1);
        stage.ends(customer);
    })),
    HOLD_AND_RESUME(stage -> stage.unrecorded("support", () -> {
        stage.agent(1001, Answering.holds());
        stage.plays(calling(SUPPORT).stayingFor(seconds(8)));
    })),
    /** A colleague takes the call that rings at an agent's phone. */
    PICK_UP(stage -> stage.unrecorded("support", () -> {
        stage.agent(1001, Answering.justRings());
        stage.lab().register(1002);
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.actions().awaitEvent("AgentCalled", Stage.LIMIT);
        stage.lab().phoneCalls(1002, "*8", seconds(30));
        stage.awaitTalk("1002");
        stage.ends(customer);
    })),
    /** The same by the colleague's number, of a call from one agent to another. */
    PICK_UP_INTERNAL(stage -> {
        stage.phone(1001, Answering.justRings());
        stage.lab().register(1002);
        stage.lab().register(1003);
        Sipp caller = stage.lab().phoneCalls(1003, "1001", seconds(3));
        stage.awaitChannel("1001");
        stage.lab().phoneCalls(1002, "*81001", seconds(30));
        caller.await(Stage.LIMIT);
    }),
    /** A member behind a Local channel that takes itself out of the call once it is answered. */
    LOCAL_MEMBER(stage -> stage.unrecorded(
            "support",
            () -> stage.agentBehindLocal(
                    1007, "", () -> stage.plays(calling(SUPPORT).stayingFor(seconds(5)))))),
    /** One behind a Local channel that stays. */
    LOCAL_MEMBER_KEPT(stage -> stage.unrecorded(
            "support",
            () -> stage.agentBehindLocal(
                    1007, "/n", () -> stage.plays(calling(SUPPORT).stayingFor(seconds(5)))))),
    /** The caller's line dies without a word; the caller dials again while the agent still says hello. */
    REDIAL_WHILE_THE_FIRST_ENDS(stage -> stage.unrecorded("support", () -> {
        stage.agent(1001, Answering.answersAndHangsUpAfter(seconds(5)));
        Sipp first = stage.lab().call(calling(SUPPORT));
        stage.awaitTalks(1);
        first.close();
        stage.agent(1002, Answering.answers());
        stage.plays(calling(SUPPORT).stayingFor(seconds(6)));
    }));

    private final Play play;

    QueueFlow(Play play) {
        this.play = play;
    }

    @Override
    public Play play() {
        return play;
    }
}
