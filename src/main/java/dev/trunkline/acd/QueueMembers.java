package dev.trunkline.acd;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who serves a queue, for other rooms. */
@Singleton
public class QueueMembers {
    private static final String OF = """
            select m.user_id, coalesce(s.state, 'offline') <> 'offline' from queue q
            join queue_member m on m.queue_id = q.id join app_user u on u.id = m.user_id and u.active
            left join agent_state s on s.user_id = m.user_id where q.name = $1 order by m.user_id""";

    /** @param signedIn whether the member is at work now */
    public record Member(UUID userId, boolean signedIn) {}

    QueueMembers() {}

    /** The active people who serve the queue; none for a queue nobody knows. */
    public Uni<List<Member>> of(SqlClient database, String queue) {
        return database.preparedQuery(OF).execute(Tuple.of(queue)).map(rows -> {
            List<Member> members = new ArrayList<>();
            rows.forEach(row -> members.add(new Member(row.getUUID(0), row.getBoolean(1))));
            return members;
        });
    }
}
