package dev.trunkline.script;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.trunkline.identity.Users;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.crud.Crud;
import dev.trunkline.shared.crud.CrudKit;
import dev.trunkline.shared.crud.CrudSpec;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.problem.FieldError;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Making, seeing and changing scripts as their writers have them. */
@Singleton
class Scripts extends Crud<Script, ScriptInput, ScriptView> {
    static final String KIND = "script";

    private static final ScopeRule EVERYBODYS = new ScopeRule("1 = 1", "1 = 1");
    /** As many as Bean Validation's findings. */
    static final int MOST_ERRORS = 50;

    private final Users users;
    private final StepsJson json;

    Scripts(CrudKit kit, Users users, StepsJson json) {
        super(
                kit,
                CrudSpec.of(Script.class, ScriptInput.class, KIND, Permission.SCRIPTS_READ, Permission.SCRIPTS_WRITE)
                        .orderedBy(CrudSpec.<Script>byId()
                                .by("-updatedAt", "e.updatedAt", Instant.class, Script::updatedAt)
                                .by("createdAt", "e.createdAt", Instant.class, Script::createdAt)
                                .by("name", "e.name", String.class, script -> script.name))
                        .scopedBy(EVERYBODYS));
        this.users = users;
        this.json = json;
    }

    @Override
    protected Script fresh(Reader reader) {
        Script script = Script.fresh();
        script.ownedBy(reader.userId());
        return script;
    }

    @Override
    protected ScriptInput input(Script script) {
        return new ScriptInput(script.name, script.language, List.of(script.queues), json.steps(script.steps));
    }

    @Override
    protected Uni<Void> apply(Mutiny.Session session, Reader reader, Script script, ScriptInput input) {
        List<ScriptStep> steps = requireNonNull(input.steps());
        List<FieldError> errors = DefinitionCheck.errors(steps);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        }
        script.name = requireNonNull(input.name()).strip();
        script.language = requireNonNull(input.language());
        script.queues = requireNonNullElse(input.queues(), List.<String>of()).stream()
                .map(String::strip)
                .distinct()
                .toArray(String[]::new);
        script.steps = json.write(steps);
        script.differs = true;
        return Uni.createFrom().voidItem();
    }

    @Override
    protected Uni<List<ScriptView>> views(Mutiny.Session session, List<Script> scripts) {
        List<UUID> authors = scripts.stream()
                .map(Script::ownerId)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toList());
        return users.names(authors)
                .map(names ->
                        scripts.stream().map(script -> view(script, names)).toList());
    }

    @Override
    protected void search(Where where, String text) {
        where.add("lower(e.name) like ? escape '!'", Where.containing(text.toLowerCase(Locale.ROOT)));
    }

    private ScriptView view(Script script, Map<UUID, String> names) {
        UUID author = script.ownerId();
        return new ScriptView(
                script.id(),
                script.name,
                script.language,
                Arrays.asList(script.queues),
                json.steps(script.steps),
                Words.parse(Script.Status.class, script.status, "status"),
                script.published,
                script.publishedAt,
                script.differs,
                author == null ? null : names.get(author),
                script.createdAt(),
                script.updatedAt(),
                script.version());
    }
}
