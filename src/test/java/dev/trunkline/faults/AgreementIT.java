package dev.trunkline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trunkline.system.Alone;
import dev.trunkline.telephone.Customer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever pages, phones, the PBX's own command line and the network do, an agent's state is what the queue of a real
 * Asterisk has, and in the end calls reach everybody who wants them.
 */
@Alone
class AgreementIT {
    private static final Logger LOG = LoggerFactory.getLogger(AgreementIT.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LENGTH = Duration.ofSeconds(Moment.FULL ? 60 : 25);

    private static Site site;

    @BeforeAll
    static void open() {
        // A page or a phone that is gone is missed soon, and wrap-up is short, so that both happen here.
        site = Site.open(Map.of("trunkline.desk.grace", "2s"));
        site.house().queue(Map.of("wrapUpSeconds", 2));
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
    }

    @AfterEach
    void repair() {
        site.repair();
    }

    @Moments
    void statesAndQueueAgreeAndEverybodyCanBeReached(Moment moment) {
        Agreement agreement = new Agreement(site);
        try (Whims whims = new Whims(site, moment.random())) {
            happen(whims, agreement, moment.random());
            whims.over();
            LOG.info("{}: {} things happened; {}", moment, whims.done().size(), agreement);
            assertThat(agreement.broken())
                    .as("after\n" + String.join("\n", whims.done()))
                    .isEmpty();
            everybodyIsReached(agreement, whims.done());
        }
    }

    private static void happen(Whims whims, Agreement agreement, Random random) {
        Instant end = Instant.now().plus(LENGTH);
        Instant next = Instant.now();
        while (Instant.now().isBefore(end)) {
            if (!Instant.now().isBefore(next)) {
                whims.strike();
                next = Instant.now().plusMillis(random.nextInt(100, 900));
            }
            agreement.look();
        }
    }

    private static void everybodyIsReached(Agreement agreement, List<String> done) {
        site.lab().hangUpEverybody();
        Site.AGENTS.forEach(agent -> site.house().set(agent, "available"));
        await("states and queue agree in the end").atMost(LIMIT).until(agreement::now);
        int before = site.lab().queueLog().size();
        Site.AGENTS.forEach(agent -> site.lab()
                .call(Customer.calling(Customer.SUPPORT).from("1393000" + agent).stayingFor(Duration.ofSeconds(10))));
        await("everybody gets a call after\n" + String.join("\n", done))
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(site.lab().queueLog().stream()
                                .skip(before)
                                .filter(row -> row.event().equals("CONNECT"))
                                .map(row -> row.agent())
                                .collect(Collectors.toSet()))
                        .hasSize(Site.AGENTS.size()));
    }
}
