package dev.trunkline.faults;

import static org.awaitility.Awaitility.await;

import dev.trunkline.telephone.Answering;
import dev.trunkline.telephone.AsteriskLab;
import dev.trunkline.telephone.House;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A contact centre of which every part can fail by itself: the packaged service, an Asterisk, the {@link Relay} between
 * them, and a PostgreSQL of its own. Three agents take calls: one at once, one who hangs up first, one slow to answer.
 */
final class Site implements AutoCloseable {
    static final List<Integer> AGENTS = List.of(1001, 1002, 1003);

    private static final Duration LIMIT = Duration.ofSeconds(40);

    /** So that a dead PBX is noticed sooner where faults are short. */
    private static final Map<String, ?> PATIENCE =
            Moment.FULL ? Map.of() : Map.of("trunkline.pbx.ping-every", "1s", "trunkline.pbx.read-timeout", "4s");

    private final AsteriskLab lab;
    private final Relay relay;
    private final DatabaseServer databaseServer;
    private final Database database;
    private final House house;
    private Rush rush;
    private boolean pbxRuns = true;
    private boolean serviceRuns = true;

    private Site() {
        lab = AsteriskLab.start();
        relay = new Relay(lab.amiPort());
        databaseServer = new DatabaseServer();
        database = databaseServer.database();
        house = House.open("faults", lab, settings(), AGENTS.toArray(Integer[]::new));
    }

    private Map<String, ?> settings() {
        Map<String, Object> settings = new HashMap<>(PATIENCE);
        settings.put("trunkline.pbx.port", relay.port());
        settings.put("trunkline.database.url", databaseServer.url());
        return settings;
    }

    /** Everything runs and everybody is at work; skips the test on a machine without Asterisk. */
    static Site open() {
        Site site = new Site();
        // Unannounced, and so sooner with an agent.
        site.house.queue(Map.of("recording", "never"));
        Map<Integer, Answering> phones = Map.of(
                1001, Answering.answers(),
                1002, Answering.answersAndHangsUpAfter(Duration.ofSeconds(4)),
                1003, Answering.answersAfter(Duration.ofMillis(2_500)));
        phones.forEach((agent, answering) -> {
            site.lab.register(agent);
            site.lab.phone(agent, answering);
        });
        site.lab.outside(Answering.answers());
        AGENTS.forEach(agent -> site.house.set(agent, "available"));
        await().atMost(LIMIT)
                .until(() -> AGENTS.stream()
                        .allMatch(agent -> site.lab.cli("queue show support").contains("PJSIP/" + agent)));
        return site;
    }

    AsteriskLab lab() {
        return lab;
    }

    Relay relay() {
        return relay;
    }

    DatabaseServer databaseServer() {
        return databaseServer;
    }

    Database database() {
        return database;
    }

    House house() {
        return house;
    }

    /** A rush of calls begins. */
    Rush rush(Random random) {
        rush = new Rush(lab, random);
        return rush;
    }

    void killPbx() {
        lab.kill();
        pbxRuns = false;
    }

    void startPbx() {
        lab.startAgain();
        pbxRuns = true;
    }

    void killService() {
        try {
            house.service().kill();
            serviceRuns = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void startService() {
        house.service().start();
        serviceRuns = true;
    }

    /** Sees to it that everything runs and nobody calls, also after a test that failed in the middle of its fault. */
    void repair() {
        rush.close();
        databaseServer.thaw();
        databaseServer.start();
        relay.heal();
        if (!pbxRuns) {
            startPbx();
        }
        if (!serviceRuns) {
            startService();
        }
        lab.hangUpEverybody();
    }

    @Override
    public void close() {
        try {
            house.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        relay.close();
        databaseServer.close();
        if (!pbxRuns) {
            startPbx();
        }
        lab.close();
    }
}
