package dev.trunkline.telephone;

import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static dev.trunkline.telephone.Stage.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may hand a call on, and who may not, by the configuration in {@code telephony-config}. */
class HandingOnIT {

    private static final Duration LIMIT = Duration.ofSeconds(40);

    private static AsteriskLab lab;

    private AmiTap ami;
    private Stage stage;

    @BeforeAll
    static void start() {
        lab = AsteriskLab.start();
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    @BeforeEach
    void listen() {
        ami = AmiTap.open(lab.amiPort(), true);
        stage = new Stage(lab, ami, agent -> ami.join("support", agent), agent -> null);
    }

    @AfterEach
    void everybodyGoesHome() {
        lab.sendEverybodyHome();
        ami.send("QueueRemove", Map.of("Queue", "support", "Interface", "PJSIP/1001"));
        ami.close();
    }

    /** The key code of an attended transfer on the customer's line means nothing, on the agent's it does. */
    @Test
    void aCustomerTransfersNobody() {
        stage.unrecorded("support", () -> {
            stage.agent(1001, Answering.answers());
            stage.phone(1002, Answering.answers());
            lab.call(calling(SUPPORT).stayingFor(seconds(30)));
            stage.awaitTalks(1);
            pressesTransfer(stage.channel("lab"));
            pressesTransfer(stage.channel("1001"));
            stage.awaitChannel("1002");
            // A call off the hook would keep the agent from the next test's. It may have gone with the customer's.
            stage.asks("Hangup", Map.of("Channel", stage.channel("lab")));
            ami.send("Hangup", Map.of("Channel", stage.channel("1001")));
            ami.awaitEvents("Hangup", 5, LIMIT);
        });

        assertThat(ami.events("Hold")).extracting(event -> event.get("Channel")).containsOnly(stage.channel("1001"));
        assertThat(ami.events("Newchannel"))
                .filteredOn(event -> event.get("Channel").startsWith("Local/"))
                .hasSize(2);
    }

    /** Transferred outside by an agent, the customer runs through the agents' part of the dialplan, but is no agent. */
    @Test
    void aTransferredCustomerHasNoKeysEither() {
        stage.unrecorded("support", () -> {
            stage.agent(1001, Answering.answers());
            lab.outside(Answering.answersAndHangsUpAfter(seconds(5)));
            lab.call(calling(SUPPORT).stayingFor(seconds(30)));
            stage.awaitTalks(1);
            String customer = stage.channel("lab");
            stage.asks(
                    "BlindTransfer",
                    Map.of("Channel", stage.channel("1001"), "Context", "from-agents", "Exten", "013900002222"));
            ami.awaitEvents("BridgeEnter", 4, LIMIT);
            pressesTransfer(customer);
            ami.awaitEvents("Hangup", 3, LIMIT);
        });

        assertThat(ami.events("Hold")).isEmpty();
        assertThat(ami.events("Newchannel")).hasSize(3);
    }

    @Test
    void nobodyDialsHimselfIntoAConference() {
        lab.register(1002);
        Sipp phone = lab.phoneCalls(1002, "conference", seconds(1));
        phone.await(LIMIT);

        assertThat(phone.messages()).contains("SIP/2.0 404");
    }

    /** AMI's Atxfer types the key code on a channel as if its own telephone did. */
    private void pressesTransfer(String channel) {
        stage.asks("Atxfer", Map.of("Channel", channel, "Context", "from-agents", "Exten", "1002"));
    }
}
