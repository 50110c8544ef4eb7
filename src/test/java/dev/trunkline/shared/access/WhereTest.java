package dev.trunkline.shared.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.shared.problem.Problem;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhereTest {
    private static final UUID USER = new UUID(0, 1);
    private static final UUID TEAM = new UUID(0, 2);
    private static final ScopeRule RULE = ScopeRule.owned("e.ownerId", "e.teamId");

    @Test
    void ownIsMineAndWhatMyTeamHasUnclaimed() {
        var where = Where.hql().scope(reader(Scope.OWN, TEAM), Permission.TICKETS_READ, RULE);

        assertThat(where.text()).isEqualTo("(e.ownerId = ?1 or (e.ownerId is null and e.teamId = ?2))");
        assertThat(where.values()).containsExactly(USER, TEAM);
    }

    @Test
    void teamIsOwnAndTheTeamsAndNobodys() {
        var where = Where.sql()
                .add("x = ?", 1)
                .scope(reader(Scope.TEAM, TEAM), Permission.TICKETS_READ, ScopeRule.owned("o", "t"));

        assertThat(where.text())
                .isEqualTo(
                        "(x = $1) and ((o = $2 or (o is null and t = $3)) or (t = $4 or (o is null and t is null)))");
        assertThat(where.values()).containsExactly(1, USER, TEAM, TEAM);
    }

    @Test
    void whoHasNoTeamMatchesNoTeam() {
        var where = Where.sql().scope(reader(Scope.OWN, null), Permission.TICKETS_READ, RULE);

        assertThat(where.text()).isEqualTo("(e.ownerId = $1 or (e.ownerId is null and e.teamId = null))");
    }

    @Test
    void groupsAreRolesAndTeam() {
        ScopeRule rule = new ScopeRule("in({groups})", "in({groups})");
        assertThat(Where.sql()
                        .scope(reader(Scope.OWN, TEAM), Permission.TICKETS_READ, rule)
                        .values())
                .containsExactly("agent," + TEAM);
        assertThat(Where.sql()
                        .scope(reader(Scope.OWN, null), Permission.TICKETS_READ, rule)
                        .values())
                .containsExactly("agent");
    }

    @Test
    void allIsEverything() {
        assertThat(Where.hql()
                        .scope(reader(Scope.ALL, TEAM), Permission.TICKETS_READ, RULE)
                        .text())
                .isEqualTo("1=1");
    }

    @Test
    void whatIsNotGrantedIsRefused() {
        assertThatThrownBy(() -> Where.hql().scope(reader(Scope.ALL, TEAM), Permission.AUDIT_READ, RULE))
                .isInstanceOf(Problem.class);
    }

    private static Reader reader(Scope scope, @Nullable UUID team) {
        return new Reader(USER, "wei", "Wei", Set.of("agent"), team, "1001", Map.of(Permission.TICKETS_READ, scope));
    }
}
