package dev.trunkline.call.history;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;

/**
 * Whose calls a reader sees. Own: those the reader's extension took part in. Team: those of the team's extensions, and
 * those that nobody took, lest they are seen by nobody. Conditions are about the call's row {@code c}.
 */
public final class CallAccess {
    private static final ScopeRule RULE = new ScopeRule(
            "c.agents @> array[{extension}]::text[]",
            "c.agents && array(select u.extension::text from app_user u where u.team_id = {team})"
                    + " or cardinality(c.agents) = 0");

    private CallAccess() {}

    /**
     * Adds what the reader may see by this permission.
     *
     * @throws dev.trunkline.shared.problem.Problem 403 when not granted
     */
    public static Where apply(Where where, Reader reader, Permission permission) {
        return where.scope(reader, permission, RULE);
    }
}
