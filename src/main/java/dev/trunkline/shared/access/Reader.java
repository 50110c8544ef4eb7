package dev.trunkline.shared.access;

import dev.trunkline.shared.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking. Immutable; made from a session, and the principal of the request's {@link SecurityIdentity}.
 *
 * @param userId the user
 * @param username as signed in with
 * @param displayName as colleagues see it
 * @param roles words such as {@code agent}
 * @param teamId null for people of no team
 * @param extension the phone, null for people without one
 * @param grants what the roles allow together, each with its widest scope
 */
public record Reader(
        UUID userId,
        String username,
        String displayName,
        Set<String> roles,
        @Nullable UUID teamId,
        @Nullable String extension,
        Map<Permission, Scope> grants)
        implements Principal {

    public Reader {
        roles = Set.copyOf(roles);
        grants = Map.copyOf(grants);
    }

    /**
     * The reader behind an identity, as a WebSocket endpoint has it.
     *
     * @throws Problem 401 when nobody is signed in
     */
    public static Reader of(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof Reader reader) {
            return reader;
        }
        throw Problem.unauthenticated();
    }

    /** The user name, for logs. */
    @Override
    public String getName() {
        return username;
    }

    /** What the reader belongs to: the words of the roles, and the team's id where there is one. */
    public List<String> groups() {
        List<String> groups = new ArrayList<>(roles);
        if (teamId != null) {
            groups.add(teamId.toString());
        }
        return groups;
    }

    /** Whether the permission is granted at all. */
    public boolean may(Permission permission) {
        return grants.containsKey(permission);
    }

    /** How far the permission reaches, null when not granted. */
    public @Nullable Scope scopeOf(Permission permission) {
        return grants.get(permission);
    }

    /**
     * Whether the reader may see by this permission what is this owner's and this team's: {@link ScopeRule#owned} for a row
     * that is in hand already.
     */
    public boolean sees(Permission permission, @Nullable UUID owner, @Nullable UUID team) {
        Scope scope = grants.get(permission);
        if (scope == null) {
            return false;
        }
        boolean own = owner == null ? team != null && team.equals(teamId) : owner.equals(userId);
        boolean teams = team == null ? owner == null : team.equals(teamId);
        return switch (scope) {
            case ALL -> true;
            case TEAM -> own || teams;
            case OWN -> own;
        };
    }

    /**
     * Insists on a permission.
     *
     * @throws Problem 403
     */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw Problem.forbidden();
        }
    }
}
