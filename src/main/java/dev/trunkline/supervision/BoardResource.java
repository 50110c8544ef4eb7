package dev.trunkline.supervision;

import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The live board for who asks once; who watches has {@link BoardSocket}. */
@Path("/api/v1/board")
@Cancellable(false)
@Tag(name = "Board")
public class BoardResource {
    private final Board board;
    private final CurrentReader reader;
    private final Clock clock;

    BoardResource(Board board, CurrentReader reader, Clock clock) {
        this.board = board;
        this.reader = reader;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(Permission.BOARD)
    @Operation(
            operationId = "getBoard",
            summary = "Queues and agents as they are now, today's figures, and the alarms that stand")
    public BoardSnapshot now() {
        return BoardSnapshot.of(Sight.of(reader.get()).of(board.picture()), clock.instant());
    }
}
