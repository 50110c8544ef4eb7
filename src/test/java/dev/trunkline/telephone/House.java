package dev.trunkline.telephone;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The packaged service connected to a lab's Asterisk, with an administrator and agents in queue support, whose calls need
 * no wrap-up and whose callers never give up too soon to count.
 */
public final class House implements AutoCloseable {

    private static final String PASSWORD = "a password of tests";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ServiceProcess service;
    private final RestClient administrator;
    private final Map<Integer, RestClient> agents = new TreeMap<>();

    private House(String name, AsteriskLab lab, Map<String, ?> settings, List<Integer> extensions) {
        service = new ServiceProcess(name)
                .with("trunkline.pbx.host", "127.0.0.1")
                .with("trunkline.pbx.port", lab.amiPort())
                .with("trunkline.pbx.recordings-dir", lab.recordings())
                .with("trunkline.pbx.journal-dir", lab.journal())
                .with("trunkline.admin.password", PASSWORD);
        settings.forEach(service::with);
        service.start();
        administrator = RestClient.signIn(service.base(), "admin", PASSWORD);
        List<String> members = extensions.stream().map(this::hire).toList();
        queue(Map.of("members", members, "wrapUpSeconds", 0, "shortAbandonSeconds", 0));
    }

    /** Starts the service; the log of it has this name. */
    public static House open(String name, AsteriskLab lab, Integer... extensions) {
        return open(name, lab, Map.of(), extensions);
    }

    /** Starts the service with settings that go before the usual ones; the log of it has this name. */
    public static House open(String name, AsteriskLab lab, Map<String, ?> settings, Integer... extensions) {
        return new House(name, lab, settings, List.of(extensions));
    }

    public ServiceProcess service() {
        return service;
    }

    public RestClient administrator() {
        return administrator;
    }

    public RestClient agent(int extension) {
        return agents.get(extension);
    }

    /** Gives a queue agents of its own, under the same rules; all are rung in one that the service does not know yet. */
    void staff(String queue, Integer... extensions) {
        boolean known = false;
        for (JsonNode one : administrator.get("queues").path("items")) {
            known |= queue.equals(one.path("name").asText());
        }
        if (!known) {
            administrator.post("queues", Map.of("name", queue, "label", queue, "strategy", "ringall"));
        }
        List<String> members = Stream.of(extensions).map(this::hire).toList();
        administrator.patch(
                "queues/" + queue, Map.of("members", members, "wrapUpSeconds", 0, "shortAbandonSeconds", 0));
    }

    /** Changes settings of queue support. */
    public void queue(Map<String, ?> settings) {
        administrator.patch("queues/support", settings);
    }

    /** Sets an agent's state, as soon as the PBX can be told. */
    public void set(int extension, String state) {
        await().atMost(LIMIT)
                .ignoreException(AssertionError.class)
                .until(() -> agent(extension)
                        .put("agents/me/state", Map.of("state", state))
                        .path("state")
                        .asText()
                        .equals(state));
    }

    /** Everybody is offline, once the calls are over. */
    public void everybodyGoesHome() {
        agents.keySet().forEach(extension -> set(extension, "offline"));
    }

    /** Somebody who answers for everybody and has a phone. */
    RestClient boss(int extension) {
        String username = "boss" + extension;
        administrator.post(
                "users",
                Map.of(
                        "username",
                        username,
                        "name",
                        "Boss " + extension,
                        "password",
                        PASSWORD,
                        "roles",
                        List.of("administrator"),
                        "extension",
                        "" + extension));
        return RestClient.signIn(service.base(), username, PASSWORD);
    }

    private String hire(int extension) {
        String username = "agent" + extension;
        String id = administrator
                .post(
                        "users",
                        Map.of(
                                "username",
                                username,
                                "name",
                                "Agent " + extension,
                                "password",
                                PASSWORD,
                                "roles",
                                List.of("agent"),
                                "extension",
                                "" + extension))
                .path("id")
                .asText();
        agents.put(extension, RestClient.signIn(service.base(), username, PASSWORD));
        return id;
    }

    @Override
    public void close() throws InterruptedException {
        service.close();
    }
}
