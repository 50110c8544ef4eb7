package dev.trunkline.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.crud.Etags;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Scripts for calls, for those who write them. */
@Path("/api/v1/scripts")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Scripts")
public class ScriptResource {
    private final Scripts scripts;
    private final ScriptPublishing publishing;
    private final CurrentReader reader;

    ScriptResource(Scripts scripts, ScriptPublishing publishing, CurrentReader reader) {
        this.scripts = scripts;
        this.publishing = publishing;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.SCRIPTS_READ)
    public Uni<Page<ScriptView>> list(
            @BeanParam ListQuery query,
            @QueryParam("status") @Nullable String status,
            @QueryParam("language") @Nullable String language,
            @QueryParam("queue") @Parameter(description = "Name of a queue that it is for") @Nullable String queue) {
        String statusWord = status == null ? null : Words.of(Words.parse(Script.Status.class, status, "status"));
        return scripts.list(
                reader.get(),
                query,
                where -> where.addIf(statusWord, "e.status = ?")
                        .addIf(language, "e.language = ?")
                        .addIf(queue, "array_contains(e.queues, ?)"));
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.SCRIPTS_READ)
    public Uni<RestResponse<ScriptView>> get(UUID id) {
        return scripts.get(reader.get(), id).map(Etags::ok);
    }

    @POST
    @Allowed(Permission.SCRIPTS_WRITE)
    public Uni<RestResponse<ScriptView>> create(ScriptInput input) {
        return scripts.create(reader.get(), input).map(view -> Etags.created("/api/v1/scripts", view));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{id}")
    @Allowed(Permission.SCRIPTS_WRITE)
    public Uni<RestResponse<ScriptView>> patch(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ObjectNode patch) {
        return scripts.patch(reader.get(), id, ifMatch, patch).map(Etags::ok);
    }

    @DELETE
    @Path("{id}")
    @Allowed(Permission.SCRIPTS_WRITE)
    public Uni<Void> delete(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return scripts.delete(reader.get(), id, ifMatch);
    }

    @POST
    @Path("{id}/publish")
    @Allowed(Permission.SCRIPTS_WRITE)
    @Operation(
            operationId = "publishScript",
            summary = "Makes a version of the script as it stands; calls that begin from now on go by it")
    public Uni<RestResponse<ScriptView>> publish(@RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Reader who = reader.get();
        return publishing
                .publish(who, id, ifMatch)
                .chain(() -> scripts.get(who, id))
                .map(Etags::ok);
    }

    @POST
    @Path("{id}/withdraw")
    @Allowed(Permission.SCRIPTS_WRITE)
    @Operation(operationId = "withdrawScript", summary = "Calls that begin from now on go without it")
    public Uni<RestResponse<ScriptView>> withdraw(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Reader who = reader.get();
        return publishing
                .withdraw(who, id, ifMatch)
                .chain(() -> scripts.get(who, id))
                .map(Etags::ok);
    }

    @GET
    @Path("{id}/versions")
    @Allowed(Permission.SCRIPTS_READ)
    @Operation(operationId = "scriptVersions", summary = "What was published of a script, the newest first")
    public Uni<List<ScriptVersionView>> versions(@RestPath UUID id) {
        return scripts.get(reader.get(), id).chain(() -> publishing.versions(id));
    }

    @GET
    @Path("{id}/versions/{number}")
    @Allowed(Permission.SCRIPTS_READ)
    @Operation(operationId = "scriptVersion", summary = "A script as it was published once")
    public Uni<PublishedScript> version(@RestPath UUID id, @RestPath int number) {
        return scripts.get(reader.get(), id).chain(() -> publishing.version(id, number));
    }
}
