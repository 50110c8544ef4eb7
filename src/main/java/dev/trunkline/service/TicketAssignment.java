package dev.trunkline.service;

import dev.trunkline.acd.QueueMembers;
import dev.trunkline.acd.QueueMembers.Member;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a ticket that is nobody's. The skill is to serve the queue whose call it came of; of those who have it, who is
 * at work before who is not, then who has the fewest tickets open or pending, then who got one the longest time ago.
 */
@Singleton
class TicketAssignment {
    private static final String LOADS = """
            select owner_id, count(*), max(created_at) from ticket
            where owner_id = any($1) and status in ('open', 'pending') group by owner_id""";

    private static final String TURN = "select pg_advisory_xact_lock(hashtextextended('ticket assignment', 0))";

    private final QueueMembers members;

    /** What a person has to do. */
    record Load(long open, Instant latest) {
        static final Load NONE = new Load(0, Instant.EPOCH);
    }

    TicketAssignment(QueueMembers members) {
        this.members = members;
    }

    /** The same, in a transaction that assigns: of two tickets the second one's sees the first one's. */
    Uni<@Nullable UUID> taking(SqlClient transaction, @Nullable String queue) {
        return transaction.query(TURN).execute().chain(() -> suggested(transaction, queue));
    }

    /** Whose turn it is; null when there is no queue or nobody serves it. */
    Uni<@Nullable UUID> suggested(SqlClient database, @Nullable String queue) {
        if (queue == null) {
            return Uni.createFrom().nullItem();
        }
        return members.of(database, queue)
                .flatMap(able ->
                        loads(database, able).map(loads -> choose(able, loads).orElse(null)));
    }

    private static Uni<Map<UUID, Load>> loads(SqlClient database, List<Member> able) {
        UUID[] ids = able.stream().map(Member::userId).toArray(UUID[]::new);
        return database.preparedQuery(LOADS)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .map(rows -> {
                    Map<UUID, Load> loads = new HashMap<>();
                    rows.forEach(row -> {
                        OffsetDateTime latest = Objects.requireNonNull(row.getOffsetDateTime(2));
                        loads.put(row.getUUID(0), new Load(row.getLong(1), latest.toInstant()));
                    });
                    return loads;
                });
    }

    static Optional<UUID> choose(List<Member> able, Map<UUID, Load> loads) {
        Comparator<Member> turn = Comparator.<Member, Boolean>comparing(member -> !member.signedIn())
                .thenComparing(member -> load(loads, member).open())
                .thenComparing(member -> load(loads, member).latest())
                .thenComparing(Member::userId);
        return able.stream().min(turn).map(Member::userId);
    }

    private static Load load(Map<UUID, Load> loads, Member member) {
        return loads.getOrDefault(member.userId(), Load.NONE);
    }
}
