package dev.trunkline.telephone;

import static dev.trunkline.telephone.Customer.SALES;
import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the configuration in {@code telephony-config} promises, asked of a real Asterisk. */
class DialplanIT {

    private static final Duration LIMIT = Duration.ofSeconds(40);

    private static AsteriskLab lab;

    private AmiTap ami;
    private int celRowsBefore;

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
        celRowsBefore = lab.cel().size();
    }

    @AfterEach
    void everybodyGoesHome() {
        lab.sendEverybodyHome();
        ami.send("QueueRemove", Map.of("Queue", "support", "Interface", "PJSIP/1001"));
        ami.close();
    }

    @Test
    void recordsBothSidesApartAfterSayingSo() {
        agentAnswers();
        lab.call(calling(SUPPORT).stayingFor(Duration.ofSeconds(7))).await(LIMIT);

        Map<String, String> recording = userEvent("TrunklineRecording");
        String file = recording.get("File");
        assertThat(file).matches("[A-Za-z0-9._-]+").contains(recording.get("Linkedid"));
        Sound said = Sound.read(new File(lab.recordings().toFile(), file + "-rx.wav"));
        Sound heard = Sound.read(new File(lab.recordings().toFile(), file + "-tx.wav"));
        assertThat(said.samples()).hasSameSizeAs(heard.samples());
        assertThat(said.strength(Sound.CUSTOMER_HERTZ)).isGreaterThan(10 * said.strength(Sound.PHONE_HERTZ));
        assertThat(heard.strength(Sound.PHONE_HERTZ)).isGreaterThan(10 * heard.strength(Sound.CUSTOMER_HERTZ));
        // Only the conversation is recorded, neither the notice nor the wait.
        double talked =
                Double.parseDouble(ami.awaitEvent("AgentComplete", LIMIT).get("TalkTime"));
        assertThat(said.seconds()).isBetween(talked - 1, talked + 1);
        double notice = seconds(ami.events("MixMonitorStart").getFirst())
                - seconds(ami.events("Newchannel").getFirst());
        assertThat(notice).as("the notice comes first").isGreaterThan(1);
    }

    @Test
    void doesNotRecordAQueueThatIsNotToBeRecordedAndRemembersThatOverARestart() {
        ami.set("trunkline/queue/sales/record", "no");
        lab.call(calling(SALES).stayingFor(Duration.ofMillis(500))).await(LIMIT);
        ami.awaitEvent("QueueCallerAbandon", LIMIT);
        assertThat(ami.events("MixMonitorStart")).isEmpty();

        lab.stop();
        lab.startAgain();
        ami.close();
        ami = AmiTap.open(lab.amiPort(), true);
        lab.call(calling(SALES).stayingFor(Duration.ofMillis(500))).await(LIMIT);
        ami.awaitEvent("QueueCallerAbandon", LIMIT);
        assertThat(ami.events("MixMonitorStart")).isEmpty();
    }

    @Test
    void letsTheCallerGoWhenNobodyComesAndSaysWhy() {
        ami.set("trunkline/queue/sales/timeout", "1");
        ami.set("trunkline/queue/sales/record", "no");
        lab.call(calling(SALES)).await(LIMIT);

        assertThat(userEvent("TrunklineQueueLeft"))
                .containsEntry("Queue", "sales")
                .containsEntry("Status", "TIMEOUT");
        assertThat(lab.queueLog()).extracting(QueueLogRow::event).contains("EXITWITHTIMEOUT");
    }

    @ParameterizedTest
    @CsvSource({"false, allowed", "true, prohib"})
    void saysWhichNumberWasDialledAndWhetherTheCallersMayBeShown(boolean withheld, String presentation) {
        Customer customer = calling(SUPPORT).stayingFor(Duration.ofMillis(300));
        lab.call(withheld ? customer.withholdingNumber() : customer).await(LIMIT);

        Map<String, String> call = userEvent("TrunklineCall");
        assertThat(call).containsEntry("Did", SUPPORT);
        assertThat(call.get("Presentation")).startsWith(presentation);
    }

    @Test
    void refusesACustomerWhoDialsANumberThatIsNotOurs() {
        Sipp customer = lab.call(calling("4008009999"));
        customer.await(LIMIT);

        assertThat(customer.messages()).contains("SIP/2.0 404");
        assertThat(lab.cel()).hasSize(celRowsBefore);
    }

    /** Undone by Asterisk, these would begin lines of their own in AMI, queue_log and CEL. */
    @ParameterizedTest
    @ValueSource(strings = {"1380%0d%0aEvent%3a%20Hangup", "1380%0A", "%22%5c"})
    void refusesACallerNumberThatCouldBreakALine(String number) {
        Sipp customer = lab.call(calling(SUPPORT).from(number));
        customer.await(LIMIT);

        assertThat(customer.messages()).contains("SIP/2.0 404");
        assertThat(ami.events("Newchannel")).isEmpty();
        assertThat(lab.cel()).hasSize(celRowsBefore);
    }

    @ParameterizedTest
    @ValueSource(strings = {"013900002222", "+8613900002222", "110", "112", "119", "120", "911"})
    void anAgentReachesOutsideNumbersAndEmergencyServicesFromTheCompanysLine(String number) {
        ami.set("trunkline/outbound/record", "no");
        lab.register(1001);
        Sipp outside = lab.outside(Answering.answers());
        lab.phoneCalls(1001, number, Duration.ofMillis(300)).await(LIMIT);

        assertThat(outside.messages())
                .contains("INVITE sip:" + number + "@127.0.0.2")
                .containsPattern("From: .*<sip:4008001000@");
        assertThat(ami.events("MixMonitorStart")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1234", "12a45678", "13900002222&1002", "139000%0a22", "123456789012345678901", "*43"})
    void anAgentCanDialNothingButNumbers(String number) {
        lab.register(1001);
        Sipp phone = lab.phoneCalls(1001, number, Duration.ofSeconds(1));
        phone.await(LIMIT);

        assertThat(phone.messages()).contains("SIP/2.0 404");
        assertThat(ami.events("Newchannel")).isEmpty();
    }

    @Test
    void anOutsideCallIsRecordedWhenThatIsWantedAndTheOtherSideIsTold() {
        ami.set("trunkline/outbound/record", "yes");
        lab.register(1001);
        lab.outside(Answering.answers());
        lab.phoneCalls(1001, "013900002222", Duration.ofSeconds(3)).await(LIMIT);

        String file = userEvent("TrunklineRecording").get("File");
        Sound recorded = Sound.read(new File(lab.recordings().toFile(), file + "-mix.wav"));
        Map<String, String> answered = ami.await(
                m -> "Up".equals(m.get("ChannelStateDesc"))
                        && m.getOrDefault("Channel", "").startsWith("PJSIP/lab-"),
                LIMIT);
        Map<String, String> connected = ami.awaitEvent("BridgeEnter", LIMIT);
        Map<String, String> over = ami.awaitEvent("BridgeLeave", LIMIT);
        assertThat(seconds(connected) - seconds(answered))
                .as("the notice comes first")
                .isGreaterThan(1);
        assertThat(recorded.seconds()).isBetween(1.0, seconds(over) - seconds(connected) + 0.5);
    }

    @Test
    void aStolenSecretReachesNoShellAndNoConfiguration() {
        assertThat(ami.send("Command", Map.of("Command", "core show version")).get("Message"))
                .isEqualTo("Permission denied");
        assertThat(ami.send("UpdateConfig", Map.of("SrcFilename", "manager.conf", "DstFilename", "manager.conf"))
                        .get("Message"))
                .isEqualTo("Permission denied");
        assertThat(ami.send("DBPut", Map.of("Family", "a", "Key", "b", "Val", "c"))
                        .get("Message"))
                .isEqualTo("Permission denied");
        assertThat(ami.send("Setvar", Map.of("Variable", "SHELL(id)", "Value", ""))
                        .get("Response"))
                .isEqualTo("Error");
        assertThat(ami.send("Originate", Map.of("Channel", "PJSIP/1001", "Application", "System", "Data", "id"))
                        .get("Response"))
                .isEqualTo("Error");
    }

    private void agentAnswers() {
        lab.register(1001);
        lab.phone(1001, Answering.answers());
        ami.join("support", 1001);
    }

    private Map<String, String> userEvent(String name) {
        return ami.await(m -> name.equals(m.get("UserEvent")), LIMIT);
    }

    private static double seconds(Map<String, String> event) {
        return Double.parseDouble(event.get("Timestamp"));
    }
}
