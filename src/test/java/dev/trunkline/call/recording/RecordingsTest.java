package dev.trunkline.call.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.call.tracking.StoredCalls;
import dev.trunkline.identity.Role;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(RecordingsTest.Directories.class)
class RecordingsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int SAMPLES = 8_000;
    private static final int SIZE = 44 + SAMPLES * 4;

    @Inject
    People people;

    @Inject
    StoredCalls calls;

    @Inject
    RecordingKeeper keeper;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry meters;

    private final String directory = ConfigProvider.getConfig().getValue("trunkline.pbx.recordings-dir", String.class);
    private final String file = "pbx1-" + UUID.randomUUID();

    /** The PBX's directory and ours, both empty; the scheduler stays out of the tests' way. */
    public static final class Directories implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try {
                Path root = Files.createTempDirectory("recordings");
                return Map.of(
                        "trunkline.pbx.recordings-dir",
                        Files.createDirectory(root.resolve("monitor")).toString(),
                        "trunkline.data-dir",
                        root.resolve("data").toString(),
                        "trunkline.recordings.every",
                        "off");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            // The directories are temporary; the system clears them.
        }
    }

    @BeforeEach
    void agents() {
        people.ensure("rec-wei", Role.AGENT, null, "7201");
        people.ensure("rec-anna", Role.AGENT, null, "7202");
    }

    private RequestSpecification supervisor() {
        return people.as("rec-lina", Role.SUPERVISOR);
    }

    @Test
    void aRecordingBecomesPlayable() {
        String id = calls.recorded("support", "7201", file);
        supervisor().get(url(id)).then().statusCode(404).body("code", equalTo("recording-pending"));

        pbxWrites(1, -2);
        fetch();

        Response sound = supervisor().get(url(id));
        sound.then()
                .statusCode(200)
                .contentType("audio/wav")
                .header("Content-Length", String.valueOf(SIZE))
                .header("Accept-Ranges", "bytes");
        ByteBuffer content = ByteBuffer.wrap(sound.asByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(content.capacity()).isEqualTo(SIZE);
        assertThat(content.getShort(44)).as("customer left").isEqualTo((short) 1);
        assertThat(content.getShort(46)).as("agent right").isEqualTo((short) -2);
        supervisor()
                .get("/api/v1/calls/" + id)
                .then()
                .body("recordings", hasSize(1))
                .body("recordings[0].n", equalTo(1))
                .body("recordings[0].state", equalTo("ready"))
                .body("recordings[0].durationMs", equalTo(1_000));
    }

    @Test
    void inAnOutboundCallTheRecordedChannelIsTheAgents() {
        String id = calls.recordedOutbound("7201", file);
        pbxWrites(1, -2);
        fetch();
        byte[] sound = supervisor().get("/api/v1/calls/" + id + "/recordings/1").asByteArray();
        assertThat(ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).getShort(44))
                .as("customer left")
                .isEqualTo((short) -2);
    }

    @Test
    void partsOfItAreServed() {
        String id = ready();
        byte[] whole = supervisor().get(url(id)).asByteArray();

        Response part = supervisor().header("Range", "bytes=100-199").get(url(id));
        part.then()
                .statusCode(206)
                .header("Content-Range", "bytes 100-199/" + SIZE)
                .header("Content-Length", "100");
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, 100, 200));
        Response tail = supervisor().header("Range", "bytes=-50").get(url(id));
        tail.then().statusCode(206);
        assertThat(tail.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, SIZE - 50, SIZE));
        supervisor()
                .header("Range", "bytes=" + SIZE + "-")
                .get(url(id))
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + SIZE);
        supervisor().header("Range", "lines=1-2").get(url(id)).then().statusCode(200);
    }

    @Test
    void itsTagSavesSendingItAgain() {
        String id = ready();
        String etag = supervisor().get(url(id)).header("ETag");
        supervisor().header("If-None-Match", etag).get(url(id)).then().statusCode(304);
        supervisor()
                .header("Range", "bytes=0-9")
                .header("If-Range", "\"another\"")
                .get(url(id))
                .then()
                .statusCode(200);
        supervisor()
                .header("Range", "bytes=0-9")
                .header("If-Range", etag)
                .get(url(id))
                .then()
                .statusCode(206);
    }

    @Test
    void onlyWhoMayHearItDoes() {
        String id = ready();
        RestAssured.get(url(id)).then().statusCode(401);
        as("rec-wei").get(url(id)).then().statusCode(200);
        as("rec-anna").get(url(id)).then().statusCode(404).body("code", equalTo("not-found"));
        people.as("rec-omar", Role.CAMPAIGN_MANAGER).get(url(id)).then().statusCode(403);
    }

    @Test
    void eachLookIsNoted() {
        String id = ready();
        supervisor().get(url(id)).then().statusCode(200);
        supervisor().header("Range", "bytes=9-").get(url(id)).then().statusCode(206);
        long looks = pool.preparedQuery(
                        "select count(*) from audit_entry where kind = 'recording' and action = 'looked' "
                                + "and ref_id = $1 and actor = 'rec-lina'")
                .execute(Tuple.of(id + "/1"))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getLong(0);
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void aFileStillBeingWrittenIsTakenLater() {
        String id = calls.recorded("support", "7201", file);
        Sounds.write(path("-rx.wav"), Sounds.mono(SAMPLES, 1));
        Sounds.write(path("-tx.wav"), Sounds.unfinished(Sounds.mono(SAMPLES, 1)));
        fetch();
        state(id, "pending", "was not finished by the PBX");

        pbxWrites(1, 1);
        due(id);
        fetch();
        supervisor().get(url(id)).then().statusCode(200);
    }

    @Test
    void aMissingFileIsGivenUpInTheEnd() {
        String id = calls.recorded("support", "7201", file);
        giveUp(id);
        state(id, "missing", file + "-rx.wav is not in the PBX's recording directory");
        supervisor().get(url(id)).then().statusCode(404).body("code", equalTo("recording-missing"));
    }

    @Test
    void anEmptyFileIsDamagedInTheEnd() {
        String id = calls.recorded("support", "7201", file);
        Sounds.write(path("-rx.wav"), Sounds.mono(0, 0));
        Sounds.write(path("-tx.wav"), Sounds.mono(0, 0));
        giveUp(id);
        state(id, "damaged", "-rx.wav is empty");
    }

    @Test
    void aCutFileIsDamagedInTheEnd() {
        String id = calls.recorded("support", "7201", file);
        Sounds.write(path("-rx.wav"), Arrays.copyOf(Sounds.mono(SAMPLES, 1), 1_000));
        Sounds.write(path("-tx.wav"), Sounds.mono(SAMPLES, 1));
        giveUp(id);
        state(id, "damaged", "-rx.wav is cut: 956 of 16000 bytes");
    }

    /** Whatever is written to {@code /dev/full} meets a full disk. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsWaitedFor() throws IOException {
        String id = calls.recorded("support", "7201", file);
        pbxWrites(1, 2);
        Path part = own("2026/11/22/" + id + "-1.wav.part");
        Files.createDirectories(part.getParent());
        double heldUp =
                meters.counter("trunkline_recordings", "state", "held-up").count();
        for (int i = 0; i <= RecordingKeeper.ATTEMPTS; i++) {
            Files.createSymbolicLink(part, Path.of("/dev/full"));
            due(id);
            fetch();
            state(id, "pending", "It could not be read or stored: No space left on device");
        }
        assertThat(meters.counter("trunkline_recordings", "state", "held-up").count())
                .isEqualTo(heldUp + RecordingKeeper.ATTEMPTS + 1);

        due(id);
        fetch();
        supervisor().get(url(id)).then().statusCode(200).header("Content-Length", String.valueOf(SIZE));
    }

    @Test
    void aNameThatLeadsOutIsDamagedAtOnce() {
        String id = calls.recorded("support", "7201", "../../etc/passwd");
        fetch();
        state(id, "damaged", "names a file that no recording may have");
    }

    @Test
    void aStoredFileThatIsGoneIsAProblem() throws IOException {
        String id = ready();
        String place = pool.preparedQuery("select path from call_recording where call_id = $1")
                .execute(Tuple.of(id))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next()
                .getString(0);
        assertThat(place).startsWith("2026/11/22/");
        Files.delete(own(place));
        supervisor().get(url(id)).then().statusCode(404).body("code", equalTo("recording-missing"));
    }

    @Test
    void thereIsNoSecondOne() {
        String id = ready();
        for (String n : new String[] {"2", "0", "-1", "x", "99999999999"}) {
            supervisor()
                    .get("/api/v1/calls/" + id + "/recordings/" + n)
                    .then()
                    .statusCode(404)
                    .contentType(startsWith("application/problem+json"));
        }
    }

    private String ready() {
        String id = calls.recorded("support", "7201", file);
        pbxWrites(1, 2);
        fetch();
        return id;
    }

    private void giveUp(String id) {
        for (int i = 0; i < RecordingKeeper.ATTEMPTS; i++) {
            state(id, "pending");
            due(id);
            fetch();
        }
    }

    private void state(String id, String state) {
        supervisor().get("/api/v1/calls/" + id).then().body("recordings[0].state", equalTo(state));
    }

    private void state(String id, String state, String problem) {
        supervisor()
                .get("/api/v1/calls/" + id)
                .then()
                .body("recordings[0].state", equalTo(state))
                .body("recordings[0].problem", containsString(problem));
    }

    private void due(String id) {
        pool.preparedQuery("update call_recording set due_at = now() - interval '1 minute' where call_id = $1")
                .execute(Tuple.of(id))
                .await()
                .atMost(LIMIT);
    }

    private void fetch() {
        keeper.fetchDue().await().atMost(LIMIT);
    }

    private void pbxWrites(int said, int heard) {
        Sounds.write(path("-rx.wav"), Sounds.mono(SAMPLES, said));
        Sounds.write(path("-tx.wav"), Sounds.mono(SAMPLES, heard));
    }

    private Path own(String place) {
        return Path.of(directory).resolveSibling("data").resolve("recordings").resolve(place);
    }

    private Path path(String end) {
        return Path.of(directory).resolve(file + end);
    }

    private static RequestSpecification as(String username) {
        return RestAssured.given().header("Authorization", "Bearer " + People.signIn(username));
    }

    private static String url(String id) {
        return "/api/v1/calls/" + id + "/recording";
    }
}
