package dev.trunkline.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.telephone.CelRow;
import dev.trunkline.telephone.QueueLogRow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A rush of calls, a fault in the middle of it, and what the journal has of both. */
final class Story {
    private static final Logger LOG = LoggerFactory.getLogger(Story.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    private final Site site;
    private final int celBefore;
    private final int queueLogBefore;
    private final Set<String> callsBefore;
    private final Rush rush;
    private Gap gap = Gap.NONE;
    private int celOfPbx;

    /** When the service could not hear the PBX, or was not there to; both ends null when it always could. */
    record Gap(Instant from, Instant to) {
        static final Gap NONE = new Gap(null, null);
    }

    /** The rush begins; when it is at its height and the moment has come, this returns. */
    Story(Site site, Moment moment) {
        this.site = site;
        this.celBefore = site.lab().cel().size();
        this.celOfPbx = celBefore;
        this.queueLogBefore = site.lab().queueLog().size();
        this.callsBefore = calls();
        var random = moment.random();
        this.rush = site.rush(random);
        LOG.info("A rush of {}", moment);
        await("the rush is at its height").atMost(LIMIT).until(this::busy);
        Moment.passes(Duration.ofMillis(random.nextInt(Moment.FULL ? 10_000 : 1_500)));
    }

    List<CelRow> cel() {
        return since(celBefore, site.lab().cel());
    }

    List<QueueLogRow> queueLog() {
        return since(queueLogBefore, site.lab().queueLog());
    }

    Gap gap() {
        return gap;
    }

    /** Ids of the calls that the service has of this story. */
    Set<String> known() {
        Set<String> known = calls();
        known.removeAll(callsBefore);
        return known;
    }

    /** The PBX dies, comes back after a while, and so do the callers. */
    void pbxDies(Runnable meanwhile) {
        rush.stopsWith(site::killPbx);
        meanwhile.run();
        celOfPbx = site.lab().cel().size();
        site.startPbx();
        rush.resume();
    }

    /**
     * Something strikes during which the service does not hear the PBX. Returns when it does again and knows every call
     * that is up, and every channel of it.
     */
    void deaf(Runnable fault) {
        Instant from = Instant.now();
        fault.run();
        await("the service is back at the PBX")
                .atMost(LIMIT)
                .until(() -> site.relay().eventsSince().isAfter(from));
        Instant back = site.relay().eventsSince();
        AtomicReference<String> wrong = new AtomicReference<>("nothing");
        await("the open calls are right")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    Map<String, Set<String>> known = upByService();
                    Map<String, Set<String>> told = upByJournal();
                    wrong.set(known.equals(told) ? wrong.get() : known + " for " + told);
                    return known.equals(told);
                });
        gap = new Gap(from, Instant.now());
        LOG.info(
                "Open calls were right {} ms after the sign-in at the PBX; wrong was last: {}; latest recovery: {}",
                Duration.between(back, gap.to()).toMillis(),
                wrong,
                site.house().administrator().get("recoveries?limit=1").path("items"));
    }

    /** The rush goes on for a while after the fault, and then everybody comes to an end. */
    void ends() {
        Moment.passes(AFTERWARDS);
        rush.end();
    }

    private boolean busy() {
        List<CelRow> rows = cel();
        Set<String> up = new HashSet<>();
        upByJournal().values().forEach(up::addAll);
        Set<String> answered = new HashSet<>();
        Set<String> talking = new HashSet<>();
        for (CelRow row : rows) {
            switch (row.type()) {
                case "ANSWER" -> answered.add(row.uniqueId());
                case "BRIDGE_ENTER" -> talking.add(row.uniqueId());
                default -> {}
            }
        }
        return up.stream().anyMatch(talking::contains)
                && up.stream().anyMatch(channel -> answered.contains(channel) && !talking.contains(channel))
                && up.stream().anyMatch(channel -> !answered.contains(channel));
    }

    /** The channels of each call that the PBX has up. */
    private Map<String, Set<String>> upByJournal() {
        Map<String, Set<String>> up = new TreeMap<>();
        Map<String, String> calls = new HashMap<>();
        for (CelRow row : since(celOfPbx, site.lab().cel())) {
            if (row.type().equals("CHAN_START")) {
                calls.put(row.uniqueId(), row.linkedId());
            } else if (row.type().equals("HANGUP")) {
                calls.remove(row.uniqueId());
            }
        }
        calls.forEach((channel, call) ->
                up.computeIfAbsent(call, c -> new TreeSet<>()).add(channel));
        return up;
    }

    private Map<String, Set<String>> upByService() {
        Map<String, Set<String>> up = new TreeMap<>();
        String open =
                site.database().text("select coalesce(json_agg(doc), '[]')::text from call where ended_at is null");
        for (JsonNode call : parse(open)) {
            Set<String> legs = new TreeSet<>();
            for (JsonNode leg : call.path("legs")) {
                if (!leg.hasNonNull("endedAt")) {
                    legs.add(leg.path("id").asText());
                }
            }
            up.put(call.path("id").asText(), legs);
        }
        return up;
    }

    private Set<String> calls() {
        Set<String> ids = new TreeSet<>();
        parse(site.database().text("select coalesce(json_agg(id), '[]')::text from call"))
                .forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> since(int before, List<T> rows) {
        return rows.subList(before, rows.size());
    }
}
