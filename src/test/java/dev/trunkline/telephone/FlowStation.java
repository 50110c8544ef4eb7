package dev.trunkline.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A packaged service with an Asterisk of its own, on which flows are played one after another. Not for use by several
 * threads.
 */
final class FlowStation implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AsteriskLab lab;
    private final House house;
    private final String knownCustomer;
    private final Set<String> callsBefore = new HashSet<>();

    /** A call as the service tells of it and as the PBX's journal does, and whether it was recorded. */
    record Told(JsonNode call, JournalCall journal, boolean recorded) {}

    /** What came of a flow: its calls in the order they began, and what the desks of its agents were told. */
    record Played(FlowStation station, List<Told> calls, Map<Integer, DeskEar> desks) {}

    FlowStation(String name) {
        lab = AsteriskLab.start();
        house = House.open(name, lab, 1001, 1002);
        house.staff("sales", 1003);
        house.staff("urgent", 1005, 1006);
        Map<String, ?> contact = Map.of("phones", List.of(Map.of("raw", "138 1234 5678")));
        knownCustomer = house.administrator()
                .post("customers", Map.of("name", "Known", "contacts", List.of(contact)))
                .path("id")
                .asText();
    }

    String knownCustomer() {
        return knownCustomer;
    }

    RestClient administrator() {
        return house.administrator();
    }

    /** Plays a flow; everybody has gone home when this returns. */
    Played play(Flow flow) {
        Map<Integer, DeskEar> desks = Map.of(
                1001, DeskEar.open(house.service().base(), house.agent(1001)),
                1002, DeskEar.open(house.service().base(), house.agent(1002)));
        JournalCall.read(lab.cel(), lab.queueLog()).forEach(call -> callsBefore.add(call.id()));
        Set<String> recorded;
        try (AmiTap actions = AmiTap.open(lab.amiPort(), true)) {
            flow.play().on(new Stage(lab, actions, agent -> house.set(agent, "available"), house::agent));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(uniqueIds(actions, "Hangup"))
                            .as("channels that are gone")
                            .containsAll(uniqueIds(actions, "Newchannel")));
            recorded = actions.events("UserEvent").stream()
                    .filter(event -> "TrunklineRecording".equals(event.get("UserEvent")))
                    .map(event -> event.get("Linkedid"))
                    .collect(Collectors.toSet());
            List<Told> told = new ArrayList<>();
            for (JournalCall call : finished()) {
                told.add(new Told(awaitEnded(call.id()), call, recorded.contains(call.id())));
            }
            return new Played(this, told, desks);
        } finally {
            house.everybodyGoesHome();
            lab.sendEverybodyHome();
            desks.values().forEach(DeskEar::close);
        }
    }

    private static List<String> uniqueIds(AmiTap actions, String event) {
        return actions.events(event).stream().map(one -> one.get("Uniqueid")).toList();
    }

    private List<JournalCall> finished() {
        return await().atMost(LIMIT)
                .until(
                        () -> JournalCall.read(lab.cel(), lab.queueLog()).stream()
                                .filter(call -> !callsBefore.contains(call.id()))
                                .toList(),
                        calls -> calls.size() == begun());
    }

    private long begun() {
        return lab.cel().stream()
                .map(CelRow::linkedId)
                .filter(id -> !callsBefore.contains(id))
                .distinct()
                .count();
    }

    private JsonNode awaitEnded(String id) {
        return await().atMost(LIMIT)
                .ignoreException(AssertionError.class)
                .until(() -> house.administrator().get("calls/" + id), call -> call.hasNonNull("endedAt"));
    }

    @Override
    public void close() {
        try {
            house.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lab.close();
    }
}
