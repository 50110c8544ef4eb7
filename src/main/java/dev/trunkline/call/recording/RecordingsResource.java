package dev.trunkline.call.recording;

import dev.trunkline.call.recording.RecordingStore.Kept;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Plays recordings. Each request is a look and is noted in the audit before a byte is sent. */
@Path("/api/v1/calls/{id}")
@Cancellable(false)
@Tag(name = "Calls")
@APIResponse(
        responseCode = "200",
        description = "All of it",
        content = @Content(mediaType = "audio/wav", schema = @Schema(type = SchemaType.STRING, format = "binary")))
@APIResponse(
        responseCode = "206",
        description = "The part asked for",
        content = @Content(mediaType = "audio/wav", schema = @Schema(type = SchemaType.STRING, format = "binary")))
@APIResponse(responseCode = "304", description = "Unchanged")
@APIResponse(responseCode = "416", description = "There is no such part")
public class RecordingsResource {
    private static final String KIND = "recording";
    private static final int FIRST = 1;

    private final RecordingStore store;
    private final RecordingFiles files;
    private final CurrentReader current;
    private final Audit audit;
    private final Pool pool;
    private final Vertx vertx;

    RecordingsResource(
            RecordingStore store, RecordingFiles files, CurrentReader current, Audit audit, Pool pool, Vertx vertx) {
        this.store = store;
        this.files = files;
        this.current = current;
        this.audit = audit;
        this.pool = pool;
        this.vertx = vertx;
    }

    @GET
    @Path("/recording")
    @Allowed(Permission.RECORDINGS_READ)
    @Operation(
            operationId = "playRecording",
            summary = "The first recording: WAV, customer left, agent right; takes Range")
    public Uni<RestResponse<PathPart>> first(
            @RestPath String id,
            @RestHeader("Range") @Nullable String range,
            @RestHeader("If-Range") @Nullable String ifRange,
            @RestHeader("If-None-Match") @Nullable String ifNoneMatch) {
        return play(id, FIRST, range, ifRange, ifNoneMatch);
    }

    @GET
    @Path("/recordings/{n}")
    @Allowed(Permission.RECORDINGS_READ)
    @Operation(operationId = "playRecordingN", summary = "The n-th recording, from 1")
    public Uni<RestResponse<PathPart>> nth(
            @RestPath String id,
            @RestPath String n,
            @RestHeader("Range") @Nullable String range,
            @RestHeader("If-Range") @Nullable String ifRange,
            @RestHeader("If-None-Match") @Nullable String ifNoneMatch) {
        if (!n.matches("[1-9][0-9]{0,5}")) {
            throw Problem.notFound(KIND, n);
        }
        return play(id, Integer.parseInt(n), range, ifRange, ifNoneMatch);
    }

    private Uni<RestResponse<PathPart>> play(
            String id, int n, @Nullable String range, @Nullable String ifRange, @Nullable String ifNoneMatch) {
        Reader reader = current.get();
        return store.find(reader, id, n).chain(found -> {
            Kept kept = found.orElseThrow(() -> Problem.notFound(KIND, id + "/" + n));
            String place = kept.path();
            Long size = kept.bytes();
            String sha256 = kept.sha256();
            if (place == null || size == null || sha256 == null) {
                throw notThere(kept.state(), kept.problem());
            }
            Sound sound = new Sound(files.resolve(place), size, '"' + sha256 + '"', id + "-" + n);
            if (ifNoneMatch != null && ifNoneMatch.contains(sound.etag())) {
                return Uni.createFrom().item(sound.unchanged());
            }
            boolean part = ifRange == null || ifRange.equals(sound.etag());
            return whole(sound)
                    .chain(() -> audit.record(
                            pool, reader, "looked", KIND, id + "/" + n, new JsonObject().put("range", text(range))))
                    .map(noted -> sound.answer(part ? range : null));
        });
    }

    /** Somebody may have removed or cut the file behind our back. */
    private Uni<Void> whole(Sound sound) {
        return vertx.fileSystem()
                .props(sound.file().toString())
                .map(properties -> properties.size() == sound.bytes())
                .onFailure()
                .recoverWithItem(false)
                .invoke(whole -> {
                    if (!whole) {
                        throw notThere("missing", "The stored file is gone or has another size");
                    }
                })
                .replaceWithVoid();
    }

    private static Problem notThere(String state, @Nullable String problem) {
        return Problem.of(
                404,
                "recording-" + state,
                "No recording to play",
                problem == null ? "The recording is " + state : problem,
                Map.of("state", state));
    }

    private static String text(@Nullable String range) {
        return range == null ? "" : range.substring(0, Math.min(100, range.length()));
    }
}
