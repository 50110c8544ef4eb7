package dev.trunkline.telephone;

import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static dev.trunkline.telephone.Stage.seconds;

/** Calls in and out that go straight. */
enum CallFlow implements Flow {
    ANSWERED_CALLER_HANGS_UP(stage -> {
        stage.agent(1001, Answering.answers());
        stage.plays(calling(SUPPORT).stayingFor(seconds(7)));
    }),
    ANSWERED_AGENT_HANGS_UP(stage -> {
        stage.agent(1001, Answering.answersAndHangsUpAfter(seconds(3)));
        stage.plays(calling(SUPPORT));
    }),
    /** The only agent is talking to somebody else. */
    ABANDONED_IN_QUEUE(stage -> {
        stage.agent(1001, Answering.answers());
        Sipp first = stage.lab().call(calling(SUPPORT));
        stage.awaitTalks(1);
        stage.plays(calling(SUPPORT).from("13900002222").stayingFor(seconds(6)));
        stage.ends(first);
    }),
    ABANDONED_WHILE_RINGING(stage -> {
        stage.agent(1001, Answering.justRings());
        stage.plays(calling(SUPPORT).stayingFor(seconds(6)));
    }),
    NO_AGENT(stage -> stage.plays(calling(SUPPORT).stayingFor(seconds(6)))),
    QUEUE_TIMEOUT(stage -> {
        stage.actions().set("trunkline/queue/support/timeout", "3");
        stage.plays(calling(SUPPORT));
        stage.actions().set("trunkline/queue/support/timeout", "300");
    }),
    /** The second agent comes while the first one's phone rings, so that who is rung first is not the queue's to choose. */
    RING_NO_ANSWER_THEN_NEXT_AGENT(stage -> {
        stage.agent(1001, Answering.justRings());
        Sipp customer = stage.lab().call(calling(SUPPORT));
        stage.actions().awaitEvent("AgentCalled", Stage.LIMIT);
        stage.agent(1002, Answering.answers());
        stage.awaitTalks(1);
        stage.ends(customer);
    }),
    TWO_PARALLEL_CALLS_ONE_NUMBER(stage -> {
        stage.agent(1001, Answering.answers());
        stage.agent(1002, Answering.answers());
        Sipp first = stage.lab().call(calling(SUPPORT).stayingFor(seconds(8)));
        stage.plays(calling(SUPPORT).stayingFor(seconds(9)));
        first.await(Stage.LIMIT);
    }),
    WITHHELD(stage -> {
        stage.agent(1001, Answering.answers());
        stage.plays(calling(SUPPORT).withholdingNumber().stayingFor(seconds(6)));
    }),
    UNKNOWN_NUMBER(stage -> from(stage, "17099998888")),
    NUMBER_FORM_138(stage -> from(stage, "13812345678")),
    NUMBER_FORM_86138(stage -> from(stage, "8613812345678")),
    NUMBER_FORM_PLUS86138(stage -> from(stage, "+8613812345678")),
    NUMBER_FORM_0086138(stage -> from(stage, "008613812345678")),
    CHINESE_NAME(stage -> named(stage, "王小明（上海）")),
    /** Markup, quotes, escapes, control characters, a text direction override and more than 3 kB of Chinese. */
    HOSTILE_NAME(stage -> named(
            stage,
            "<b onclick=alert(1)>\\\"&' ${X} \u0001\u0007\u001b[31m\t\u202e%0d%0aAction: Logoff " + "王".repeat(1_200))),
    OUTBOUND_ANSWERED(stage -> {
        stage.lab().register(1001);
        stage.lab().outside(Answering.answers());
        stage.lab().phoneCalls(1001, "013900002222", seconds(4)).await(Stage.LIMIT);
    }),
    OUTBOUND_BUSY(stage -> {
        stage.lab().register(1001);
        stage.lab().outside(Answering.busy());
        stage.lab().phoneCalls(1001, "013900002222", seconds(4)).await(Stage.LIMIT);
    }),
    OUTBOUND_NO_ANSWER(stage -> {
        stage.lab().register(1001);
        stage.lab().outside(Answering.justRings());
        stage.lab().phoneCallsInVain(1001, "013900002222", seconds(3)).await(Stage.LIMIT);
    }),
    /** The agent's phone rings first, as when a number is clicked on the page. */
    CLICK_TO_DIAL(stage -> {
        stage.lab().register(1001);
        stage.lab().phone(1001, Answering.answersAndHangsUpAfter(seconds(5)));
        stage.lab().outside(Answering.answers());
        stage.actions().originate(1001, "013900002222", "clicked-1");
        stage.actions().awaitEvents("Hangup", 2, Stage.LIMIT);
    }),
    INTERNAL_CALL(stage -> {
        stage.lab().register(1001);
        stage.lab().register(1002);
        stage.lab().phone(1002, Answering.answers());
        stage.lab().phoneCalls(1001, "1002", seconds(4)).await(Stage.LIMIT);
    });

    private final Play play;

    CallFlow(Play play) {
        this.play = play;
    }

    @Override
    public Play play() {
        return play;
    }

    private static void from(Stage stage, String number) {
        stage.agent(1001, Answering.answers());
        stage.plays(calling(SUPPORT).from(number).stayingFor(seconds(6)));
    }

    private static void named(Stage stage, String name) {
        stage.agent(1001, Answering.answers());
        stage.plays(calling(SUPPORT).named(name).stayingFor(seconds(6)));
    }
}
