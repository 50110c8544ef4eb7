package dev.trunkline.identity;

import static java.util.Objects.requireNonNull;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.crud.Crud;
import dev.trunkline.shared.crud.CrudKit;
import dev.trunkline.shared.crud.CrudSpec;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the teams. */
@Singleton
class Teams extends Crud<Team, TeamInput, TeamView> {
    Teams(CrudKit kit) {
        super(
                kit,
                CrudSpec.of(Team.class, TeamInput.class, "team", Permission.DIRECTORY_READ, Permission.USERS_WRITE)
                        .orderedBy(CrudSpec.<Team>byId().by("name", "e.name", String.class, Team::name))
                        .scopedBy(new ScopeRule("e.id = {team}", "e.id = {team}")));
    }

    @Override
    protected Team fresh(Reader reader) {
        return new Team();
    }

    @Override
    protected TeamInput input(Team team) {
        return new TeamInput(team.name());
    }

    @Override
    protected Uni<Void> apply(Mutiny.Session session, Reader reader, Team team, TeamInput input) {
        team.named(requireNonNull(input.name()).strip());
        return Uni.createFrom().voidItem();
    }

    @Override
    protected Uni<List<TeamView>> views(Mutiny.Session session, List<Team> teams) {
        return Uni.createFrom()
                .item(teams.stream()
                        .map(team -> new TeamView(team.id(), team.name(), team.version()))
                        .toList());
    }
}
