package dev.trunkline.telephone;

import static dev.trunkline.telephone.Customer.SALES;
import static dev.trunkline.telephone.Customer.SUPPORT;
import static dev.trunkline.telephone.Customer.calling;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final String REPAIRS =
            "QUEUE=repairs,STRATEGY=fewestcalls,RING=15,PAUSE=1,MOST=4,WEIGHT=2," + "ANNOUNCE=0,WAIT=60,OVERFLOW=-";

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

    @Test
    void aQueueThatWasSetUpIsThereAtOnceAndAfterARestart() {
        assertThat(setsUp("queue", REPAIRS)).isEqualTo("Success");
        assertThat(ami.send("QueueReload", Map.of("Queue", "repairs", "Parameters", "yes"))
                        .get("Response"))
                .isEqualTo("Success");
        assertThat(setsUp("number", "NUMBER=4008009990,QUEUE=repairs")).isEqualTo("Success");
        lab.stop();
        lab.startAgain();
        ami = AmiTap.open(lab.amiPort(), true);
        assertThat(lab.cli("queue show repairs"))
                .contains("'fewestcalls' strategy")
                .contains("(max 4)");
        ami.set("trunkline/queue/repairs/record", "no");
        lab.call(calling("4008009990").stayingFor(Duration.ofSeconds(1))).await(LIMIT);
        assertThat(ami.awaitEvent("QueueCallerJoin", LIMIT)).containsEntry("Queue", "repairs");
    }

    /** Each of these would say something else in a file, in AstDB or in an option of Queue. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUEUE=general",
                "QUEUE=queue-defaults",
                "QUEUE=../manager",
                "QUEUE=a]b",
                "QUEUE=",
                "STRATEGY=ringall)",
                "STRATEGY=",
                "RING=",
                "PAUSE=1 2",
                "MOST=-1",
                "WEIGHT=123456",
                "WAIT=1;x",
                "OVERFLOW=tel:911&912",
                "OVERFLOW=a b",
                "OVERFLOW="
            })
    void aQueueIsSetUpWithNothingButWhatItIsMadeOf(String wrong) {
        String before = lab.cli("database show trunkline");
        assertThat(setsUp("queue", REPAIRS, wrong)).isEqualTo("Error");
        assertThat(lab.cli("database show trunkline")).isEqualTo(before);
        assertThat(lab.runDirectory().resolve("lib/queues"))
                .isDirectoryNotContaining("glob:**{general,defaults,manager}*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NUMBER=1", "NUMBER=400/800", "NUMBER=", "NUMBER=4008009991&2", "QUEUE=a b", "QUEUE="})
    void aNumberIsANumberAndLeadsToAQueue(String wrong) {
        assertThat(setsUp("number", "NUMBER=4008009991,QUEUE=sales", wrong)).isEqualTo("Error");
        assertThat(lab.cli("database show trunkline/did")).doesNotContain("4008009991");
    }

    @Test
    void aNumberThatIsTakenAwayIsUnknownAlsoWhenAFreshPbxHasIt() {
        assertThat(setsUp("number", "NUMBER=4008003000,QUEUE=-")).isEqualTo("Success");
        Sipp customer = lab.call(calling("4008003000"));
        customer.await(LIMIT);
        assertThat(customer.messages()).contains("SIP/2.0 404");
        assertThat(ami.events("Newchannel"))
                .noneMatch(event -> event.get("Channel").startsWith("PJSIP/"));
        assertThat(setsUp("number", "NUMBER=4008003000,QUEUE=urgent")).isEqualTo("Success");
        ami.set("trunkline/queue/urgent/record", "no");
        lab.call(calling("4008003000").stayingFor(Duration.ofSeconds(1))).await(LIMIT);
        assertThat(ami.awaitEvent("QueueCallerJoin", LIMIT)).containsEntry("Queue", "urgent");
    }

    /** What is dialled chooses a context by a look into AstDB, and must not be able to name one. */
    @ParameterizedTest
    @ValueSource(strings = {"911%40emergency%2f_.", "13900002222%40outside%2f_.", "911%40emergency", "%2b400"})
    void aStrangerReachesNothingButOurNumbers(String number) {
        Sipp customer = lab.call(calling(number));
        customer.await(LIMIT);
        assertThat(customer.messages()).contains("SIP/2.0 404");
        assertThat(ami.events("Newchannel")).isEmpty();
    }

    /** With one of the variables otherwise. */
    private String setsUp(String what, String variables, String other) {
        String name = other.substring(0, other.indexOf('=') + 1);
        return setsUp(
                what,
                Stream.of(variables.split(","))
                        .map(one -> one.startsWith(name) ? other : one)
                        .collect(Collectors.joining(",")));
    }

    private String setsUp(String what, String variables) {
        return ami.send(
                        "Originate",
                        Map.of(
                                "Channel",
                                "Local/s@" + what + "-setup/n",
                                "ChannelId",
                                "errand-" + UUID.randomUUID(),
                                "Application",
                                "NoOp",
                                "Timeout",
                                "3000",
                                "Async",
                                "false",
                                "Variable",
                                variables))
                .get("Response");
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
