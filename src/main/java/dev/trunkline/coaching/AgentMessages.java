package dev.trunkline.coaching;

import dev.trunkline.identity.Person;
import dev.trunkline.identity.Users;
import dev.trunkline.shared.Ids;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.problem.Problem;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Short messages to agents from those who answer for them: told at once, and kept for a while to be read again. */
@ApplicationScoped
class AgentMessages {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int SHOWN = 20;

    private final Users users;
    private final Audit audit;
    private final Pool pool;
    private final Event<AgentMessage> sent;
    private final Clock clock;

    AgentMessages(Users users, Audit audit, Pool pool, Event<AgentMessage> sent, Clock clock) {
        this.users = users;
        this.audit = audit;
        this.pool = pool;
        this.sent = sent;
        this.clock = clock;
    }

    /**
     * Sends it.
     *
     * @param text plain, line breaks allowed
     * @return fails with 403 for an agent of another team, with 404 for somebody who takes no calls
     */
    Uni<AgentMessage> send(Reader who, UUID userId, String text) {
        String plain = plain(text);
        return users.byId(userId).map(person -> allowed(who, userId, person)).chain(to -> {
            AgentMessage message =
                    new AgentMessage(Ids.next(), userId, who.userId(), who.displayName(), plain, clock.instant());
            return pool.withTransaction(transaction -> transaction
                            .preparedQuery(
                                    "insert into agent_message (id, agent_id, sender_id, text, at) values ($1, $2, $3, $4, $5)")
                            .execute(Tuple.of(
                                    message.id(),
                                    userId,
                                    who.userId(),
                                    plain,
                                    message.at().atOffset(ZoneOffset.UTC)))
                            .chain(() -> audit.record(transaction, who, "messaged", "user", userId, noted())))
                    .invoke(() -> sent.fire(message))
                    .replaceWith(message);
        });
    }

    /** What the person was sent lately, the newest first. */
    Uni<List<AgentMessage>> of(Reader who) {
        return pool.preparedQuery("select * from agent_message where agent_id = $1 order by at desc, id desc limit $2")
                .execute(Tuple.of(who.userId(), SHOWN))
                .map(AgentMessages::list)
                .chain(rows -> users.names(rows.stream()
                                .map(row -> row.getUUID("sender_id"))
                                .toList())
                        .map(names -> rows.stream().map(row -> read(row, names)).toList()));
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return pool.preparedQuery("delete from agent_message where at < $1")
                .execute(Tuple.of(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    private static AgentMessage read(Row row, Map<UUID, String> names) {
        UUID sender = row.getUUID("sender_id");
        return new AgentMessage(
                row.getUUID("id"),
                row.getUUID("agent_id"),
                sender,
                names.getOrDefault(sender, ""),
                row.getString("text"),
                row.getOffsetDateTime("at").toInstant());
    }

    private static Person allowed(Reader who, UUID userId, @Nullable Person person) {
        if (person == null || !person.active() || person.extension() == null) {
            throw Problem.notFound("agent", userId);
        }
        if (!Reach.of(who).answersFor(person.teamId())) {
            throw Problem.forbidden();
        }
        return person;
    }

    /** Without what no keyboard makes. */
    private static String plain(String text) {
        String plain = text.replace("\r\n", "\n").strip();
        boolean unfit = plain.codePoints()
                .anyMatch(point -> (Character.isISOControl(point) && point != '\n')
                        || Character.getType(point) == Character.SURROGATE);
        if (unfit) {
            throw Problem.invalid("text", "plain-text", "must be plain text");
        }
        return plain;
    }

    /** That there was a message, not what it said. */
    private static JsonObject noted() {
        return new JsonObject().put("fields", new JsonArray().add("text"));
    }
}
