package dev.trunkline.faults;

import static org.awaitility.Awaitility.await;

import dev.trunkline.telephone.Answering;
import dev.trunkline.telephone.AsteriskLab;
import dev.trunkline.telephone.House;
import dev.trunkline.telephone.Sipp;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

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
    private final Map<Integer, Sipp> phones = new HashMap<>();
    private @Nullable Rush rush;
    private boolean pbxRuns = true;
    private boolean serviceRuns = true;

    private Site(Map<String, ?> more) {
        lab = AsteriskLab.start();
        relay = new Relay(lab.amiPort());
        databaseServer = new DatabaseServer();
        database = databaseServer.database();
        house = House.open("faults", lab, settings(more), AGENTS.toArray(Integer[]::new));
    }

    private Map<String, ?> settings(Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(PATIENCE);
        settings.putAll(more);
        settings.put("trunkline.pbx.port", relay.port());
        settings.put("trunkline.database.url", databaseServer.url());
        return settings;
    }

    /** Everything runs and everybody is at work; skips the test on a machine without Asterisk. */
    static Site open() {
        return open(Map.of());
    }

    /** The same with settings of the service that go before the usual ones. */
    static Site open(Map<String, ?> settings) {
        Site site = new Site(settings);
        // Unannounced, and so sooner with an agent.
        site.house.queue(Map.of("recording", "never"));
        AGENTS.forEach(site::plugIn);
        site.lab.outside(Answering.answers());
        AGENTS.forEach(agent -> site.house.set(agent, "available"));
        await().atMost(LIMIT)
                .until(() -> AGENTS.stream()
                        .allMatch(agent -> site.lab.cli("queue show support").contains("PJSIP/" + agent)));
        return site;
    }

    private static Answering answering(int agent) {
        return switch (agent) {
            case 1001 -> Answering.answers();
            case 1002 -> Answering.answersAndHangsUpAfter(Duration.ofSeconds(4));
            default -> Answering.answersAfter(Duration.ofMillis(2_500));
        };
    }

    boolean pluggedIn(int agent) {
        return phones.containsKey(agent);
    }

    /** The agent's phone signs in and takes calls. */
    void plugIn(int agent) {
        lab.register(agent);
        phones.put(agent, lab.phone(agent, answering(agent)));
    }

    /** The agent's phone, which is in no call, signs out. */
    void unplug(int agent) {
        phones.remove(agent).close();
        lab.unregister(agent);
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
        if (rush != null) {
            rush.close();
        }
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
