package dev.trunkline.desk;

import dev.trunkline.desk.control.Control;
import dev.trunkline.desk.control.PagePhone;
import dev.trunkline.shared.Ids;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks agents' pages for what only the phone in them can do, one thing at a time for each agent. All tabs are asked; the one
 * with the call does it and answers. What is asked carries the time until which it is meant, so that a page that comes back
 * later does not do it then. Thread-safe.
 */
@ApplicationScoped
class AskedPages implements PagePhone {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Desks desks;
    private final Clock clock;
    private final Map<String, Question> open = new ConcurrentHashMap<>();

    /** @param answer null when it was done, else the page's word for why not */
    private record Question(String id, CompletableFuture<@Nullable String> answer) {}

    AskedPages(Desks desks, Clock clock) {
        this.desks = desks;
        this.clock = clock;
    }

    @Override
    public Uni<Void> ask(String agent, String callId, Control control) {
        return Uni.createFrom().deferred(() -> {
            AgentDesk desk = desks.of(agent);
            if (desk.pages().isEmpty()) {
                throw refused("phone-gone", control, "No page of yours is open that could be the phone");
            }
            Question question = new Question(Ids.next().toString(), new CompletableFuture<>());
            if (open.putIfAbsent(agent, question) != null) {
                throw refused("under-way", control, "Your phone is doing something else");
            }
            desks.send(
                    desk,
                    new DeskMessage.PhoneAsked(
                            question.id(),
                            callId,
                            control.word(),
                            clock.instant().plus(PATIENCE)));
            return Uni.createFrom()
                    .completionStage(question.answer())
                    .ifNoItem()
                    .after(PATIENCE)
                    .failWith(() -> refused("phone-silent", control, "No page of yours has answered as the phone"))
                    .invoke(why -> {
                        if (why != null) {
                            throw refused(code(why), control, "The phone in the page could not do it");
                        }
                    })
                    .onTermination()
                    .invoke(() -> open.remove(agent, question))
                    .replaceWithVoid();
        });
    }

    /**
     * A page has answered; an answer to nothing, or too late, means nothing.
     *
     * @param message {@code ask}, and {@code problem} unless it was done
     * @throws ClassCastException when these are no texts
     */
    void answered(String agent, JsonObject message) {
        Question question = open.get(agent);
        String problem = message.getString("problem");
        if (question != null && question.id().equals(message.getString("ask"))) {
            question.answer().complete(problem);
        }
    }

    /** A page's words are its own; only those that people are told something by go on. */
    private static String code(String why) {
        return switch (why) {
            case "not-now", "no-microphone" -> why;
            default -> "phone-failed";
        };
    }

    private static Problem refused(String code, Control control, String why) {
        return Problem.of(409, code, "Conflict", why, Map.of("action", control.word()));
    }
}
