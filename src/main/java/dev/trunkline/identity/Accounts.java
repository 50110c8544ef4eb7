package dev.trunkline.identity;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.crud.Change;
import dev.trunkline.shared.crud.Crud;
import dev.trunkline.shared.crud.CrudKit;
import dev.trunkline.shared.crud.CrudSpec;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps the users. A change of a password or of being active ends the user's sessions. */
@Singleton
class Accounts extends Crud<User, UserInput, UserView> {
    private final Passwords passwords;
    private final Sessions sessions;

    Accounts(CrudKit kit, Passwords passwords, Sessions sessions) {
        super(
                kit,
                CrudSpec.of(User.class, UserInput.class, "user", Permission.DIRECTORY_READ, Permission.USERS_WRITE)
                        .orderedBy(CrudSpec.<User>byId()
                                .by("name", "e.name", String.class, User::name)
                                .by("username", "e.username", String.class, User::username))
                        .scopedBy(new ScopeRule("e.id = {user}", "e.teamId = {team}")));
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @Override
    protected User fresh(Reader reader) {
        return new User();
    }

    @Override
    protected UserInput input(User user) {
        return new UserInput(
                user.username(),
                user.name(),
                null,
                user.roles(),
                user.teamId(),
                user.extension(),
                user.language(),
                user.active());
    }

    @Override
    protected Uni<Void> apply(Mutiny.Session session, Reader reader, User user, UserInput input) {
        var active = requireNonNullElse(input.active(), true);
        var roles = requireNonNull(input.roles());
        boolean wasAdministrator = user.active() && user.roles().contains(Role.ADMINISTRATOR);
        user.called(
                requireNonNull(input.username()), requireNonNull(input.name()).strip());
        user.working(roles, input.teamId(), input.extension(), active);
        user.speaking(input.language());
        var lastOne = wasAdministrator && !(active && roles.contains(Role.ADMINISTRATOR))
                ? refuseIfLast(session, user)
                : Uni.createFrom().voidItem();
        return lastOne.chain(() -> newPassword(session, user, input.password()))
                .chain(() -> active ? Uni.createFrom().voidItem() : endSessions(session, user));
    }

    private Uni<Void> newPassword(Mutiny.Session session, User user, @Nullable String password) {
        if (password == null) {
            return Uni.createFrom().voidItem();
        }
        return passwords.hash(password).invoke(user::hashed).chain(() -> endSessions(session, user));
    }

    private static Uni<Void> refuseIfLast(Mutiny.Session session, User user) {
        // Read as rows, so that the change in hand is not flushed before it is judged.
        return session.createNativeQuery(
                        "select id from app_user where active and 'administrator' = any(roles) and id <> ?1 for update",
                        UUID.class)
                .setParameter(1, user.id())
                .setFlushMode(org.hibernate.FlushMode.MANUAL)
                .getResultList()
                .invoke(others -> {
                    if (others.isEmpty()) {
                        throw Problem.conflict("last-administrator", "Somebody must remain administrator");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> endSessions(Mutiny.Session session, User user) {
        return session.createNativeQuery("delete from session where user_id = ?1")
                .setParameter(1, user.id())
                .setFlushMode(org.hibernate.FlushMode.MANUAL)
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    protected Uni<Void> changed(Mutiny.Session session, Reader reader, User user, Change change) {
        sessions.forget(user.id());
        return Uni.createFrom().voidItem();
    }

    @Override
    protected Uni<List<UserView>> views(Mutiny.Session session, List<User> users) {
        var teamIds = users.stream().map(User::teamId).filter(Objects::nonNull).collect(Collectors.toSet());
        Uni<Map<UUID, String>> names = teamIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createSelectionQuery("select t from Team t where t.id in ?1", Team.class)
                        .setParameter(1, teamIds)
                        .getResultList()
                        .map(teams -> teams.stream().collect(Collectors.toMap(Team::id, Team::name)));
        return names.map(known -> users.stream().map(user -> view(user, known)).toList());
    }

    private static UserView view(User user, Map<UUID, String> teams) {
        return new UserView(
                user.id(),
                user.username(),
                user.name(),
                user.roles(),
                user.teamId(),
                user.teamId() == null ? null : teams.get(user.teamId()),
                user.extension(),
                user.language(),
                user.active(),
                user.version());
    }

    @Override
    protected void search(Where where, String text) {
        var part = Where.containing(text.toLowerCase(Locale.ROOT));
        where.add(
                "lower(e.name) like ? escape '!' or e.username like ? escape '!' or e.extension = ?", part, part, text);
    }
}
