package dev.trunkline.desk;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What can come of a call, to choose from. */
@Path("/api/v1/dispositions")
@Cancellable(false)
@Tag(name = "Desk")
public class DispositionsResource {
    @GET
    @Allowed(Permission.DIRECTORY_READ)
    @Operation(operationId = "listDispositions", summary = "What can come of a call")
    public List<Word> dispositions() {
        return Dispositions.ALL.stream().map(Word::new).toList();
    }

    /** A word that the page has a text for. */
    @Schema(name = "DispositionView")
    public record Word(String key) {}
}
