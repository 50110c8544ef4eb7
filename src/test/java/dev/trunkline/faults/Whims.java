package dev.trunkline.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.telephone.Customer;
import dev.trunkline.telephone.DeskEar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * What may befall agents, one thing after another at random: people at pages, customers and colleagues at phones, somebody at
 * the PBX's own command line, a bad line. What the service refuses is noted and no failure.
 */
final class Whims implements AutoCloseable {
    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    private final Site site;
    private final Random random;
    private final Map<Integer, DeskEar> pages = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private final List<Whim> whims;
    private Instant healsAt = Instant.MAX;

    /** Something that befalls an agent. */
    private record Whim(String name, int weight, IntConsumer strikes) {}

    Whims(Site site, Random random) {
        this.site = site;
        this.random = random;
        this.whims = List.of(
                new Whim("available", 5, agent -> wishes(agent, Map.of("state", "available"))),
                new Whim("break", 2, agent -> wishes(agent, Map.of("state", "break", "reason", "lunch"))),
                new Whim("offline", 2, agent -> wishes(agent, Map.of("state", "offline"))),
                new Whim("wrap-up again", 1, agent -> wishes(agent, Map.of("state", "wrap-up"))),
                new Whim("forced", 2, this::forced),
                new Whim("page", 2, this::page),
                new Whim("dials", 1, agent -> site.house().agent(agent).post("calls", Map.of("to", "013900002222"))),
                new Whim("customer", 6, agent -> customer()),
                new Whim("paused at the PBX", 1, agent -> atPbx("pause member PJSIP/" + agent + " queue support")),
                new Whim("unpaused at the PBX", 2, agent -> atPbx("unpause member PJSIP/" + agent + " queue support")),
                new Whim("added at the PBX", 1, agent -> atPbx("add member PJSIP/" + agent + " to support")),
                new Whim("removed at the PBX", 2, agent -> atPbx("remove member PJSIP/" + agent + " from support")),
                new Whim("phone", 2, this::phone),
                new Whim("line", 2, agent -> line()));
    }

    /** The next of them strikes somebody. */
    void strike() {
        if (Instant.now().isAfter(healsAt)) {
            heal();
        }
        int agent = Site.AGENTS.get(random.nextInt(Site.AGENTS.size()));
        int at = random.nextInt(whims.stream().mapToInt(Whim::weight).sum());
        for (Whim whim : whims) {
            at -= whim.weight();
            if (at < 0) {
                strike(whim, agent);
                return;
            }
        }
    }

    private void strike(Whim whim, int agent) {
        String what = Instant.now() + " " + agent + " " + whim.name();
        try {
            whim.strikes().accept(agent);
            done.add(what);
        } catch (AssertionError refused) {
            done.add(what + ", refused: " + refused.getMessage());
        }
    }

    /** All that happened, in order. */
    List<String> done() {
        return done;
    }

    /** Phones and line are whole again, and everybody has a page: who closed theirs a moment ago would be set aside soon. */
    void over() {
        heal();
        Site.AGENTS.forEach(agent -> {
            if (!site.pluggedIn(agent)) {
                site.plugIn(agent);
            }
            pages.computeIfAbsent(agent, this::opened);
        });
    }

    @Override
    public void close() {
        pages.values().forEach(DeskEar::close);
    }

    private void wishes(int agent, Map<String, String> state) {
        site.house().agent(agent).put("agents/me/state", state);
    }

    private void forced(int agent) {
        for (JsonNode one : site.house().administrator().get("agents")) {
            if (one.path("extension").asInt() == agent) {
                String state = List.of("available", "break", "offline").get(random.nextInt(3));
                Map<String, String> wish =
                        state.equals("break") ? Map.of("state", state, "reason", "meeting") : Map.of("state", state);
                site.house().administrator().put("agents/" + one.path("userId").asText() + "/state", wish);
            }
        }
    }

    private void page(int agent) {
        DeskEar open = pages.remove(agent);
        if (open == null) {
            pages.put(agent, opened(agent));
        } else {
            open.close();
        }
    }

    private DeskEar opened(int agent) {
        return DeskEar.open(site.house().service().base(), site.house().agent(agent));
    }

    private void customer() {
        site.lab()
                .call(Customer.calling(Customer.SUPPORT)
                        .from("1392" + (1_000_000 + CUSTOMERS.incrementAndGet()))
                        .stayingFor(Duration.ofMillis(random.nextInt(1_500, 6_000))));
    }

    private void atPbx(String command) {
        site.lab().cli("queue " + command);
    }

    private void phone(int agent) {
        if (!site.pluggedIn(agent)) {
            site.plugIn(agent);
        } else if (!site.lab().cli("core show channels concise").contains("PJSIP/" + agent)) {
            site.unplug(agent);
        }
    }

    private void line() {
        if (healsAt.equals(Instant.MAX)) {
            site.relay().cut();
            healsAt = Instant.now().plusMillis(random.nextInt(200, 3_000));
        }
    }

    private void heal() {
        site.relay().heal();
        healsAt = Instant.MAX;
    }
}
