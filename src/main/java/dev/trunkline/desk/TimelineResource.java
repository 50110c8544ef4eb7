package dev.trunkline.desk;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.page.MixedCursor;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What there has been between us and a customer. */
@Path("/api/v1/customers/{id}/timeline")
@Cancellable(false)
@Tag(name = "Customers")
public class TimelineResource {
    private static final int MOST = 100;

    private final Timeline timeline;
    private final CurrentReader reader;

    TimelineResource(Timeline timeline, CurrentReader reader) {
        this.timeline = timeline;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.CUSTOMERS_READ)
    @Operation(
            operationId = "customerTimeline",
            summary = "Calls, tickets and follow-ups with a customer and notes about them, newest first")
    public Uni<Page<TimelineEntry>> of(
            @RestPath UUID id,
            @QueryParam("kind")
                    @Parameter(description = "Only these of call, ticket, follow-up, note; commas between them")
                    @Nullable
                    String kind,
            @QueryParam("cursor") @Parameter(description = "Where the page before said to go on") @Nullable
                    String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Reader who = reader.get();
        int rows = Math.clamp(limit == null ? 50 : limit, 1, MOST);
        return timeline.of(who, id, kinds(kind), MixedCursor.decode(cursor), rows);
    }

    private static Set<TimelineEntry.Kind> kinds(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return EnumSet.allOf(TimelineEntry.Kind.class);
        }
        Set<TimelineEntry.Kind> kinds = EnumSet.noneOf(TimelineEntry.Kind.class);
        for (String word : words.split(",", MOST)) {
            kinds.add(Words.parse(TimelineEntry.Kind.class, word.strip(), "kind"));
        }
        return kinds;
    }
}
