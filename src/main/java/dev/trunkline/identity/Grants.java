package dev.trunkline.identity;

import static dev.trunkline.shared.access.Permission.AGENTS_WRITE;
import static dev.trunkline.shared.access.Permission.AUDIT_READ;
import static dev.trunkline.shared.access.Permission.BOARD;
import static dev.trunkline.shared.access.Permission.CALLS_READ;
import static dev.trunkline.shared.access.Permission.CALLS_WRITE;
import static dev.trunkline.shared.access.Permission.COACH;
import static dev.trunkline.shared.access.Permission.CUSTOMERS_DELETE;
import static dev.trunkline.shared.access.Permission.CUSTOMERS_READ;
import static dev.trunkline.shared.access.Permission.CUSTOMERS_WRITE;
import static dev.trunkline.shared.access.Permission.CUSTOMER_NOTES_READ;
import static dev.trunkline.shared.access.Permission.CUSTOMER_NOTES_WRITE;
import static dev.trunkline.shared.access.Permission.DESK;
import static dev.trunkline.shared.access.Permission.DIAL;
import static dev.trunkline.shared.access.Permission.DIAL_ABROAD;
import static dev.trunkline.shared.access.Permission.DIAL_PREMIUM;
import static dev.trunkline.shared.access.Permission.DIRECTORY_READ;
import static dev.trunkline.shared.access.Permission.FOLLOW_UPS_READ;
import static dev.trunkline.shared.access.Permission.FOLLOW_UPS_WRITE;
import static dev.trunkline.shared.access.Permission.KNOWLEDGE_READ;
import static dev.trunkline.shared.access.Permission.KNOWLEDGE_WRITE;
import static dev.trunkline.shared.access.Permission.QUEUES_READ;
import static dev.trunkline.shared.access.Permission.QUEUES_WRITE;
import static dev.trunkline.shared.access.Permission.RECORDINGS_READ;
import static dev.trunkline.shared.access.Permission.REPORTS;
import static dev.trunkline.shared.access.Permission.ROUTING_READ;
import static dev.trunkline.shared.access.Permission.ROUTING_WRITE;
import static dev.trunkline.shared.access.Permission.SCRIPTS_READ;
import static dev.trunkline.shared.access.Permission.SCRIPTS_WRITE;
import static dev.trunkline.shared.access.Permission.SELF;
import static dev.trunkline.shared.access.Permission.SYSTEM_READ;
import static dev.trunkline.shared.access.Permission.TICKETS_READ;
import static dev.trunkline.shared.access.Permission.TICKETS_WRITE;
import static dev.trunkline.shared.access.Permission.TICKET_RULES_READ;
import static dev.trunkline.shared.access.Permission.TICKET_RULES_WRITE;
import static dev.trunkline.shared.access.Permission.USERS_WRITE;
import static dev.trunkline.shared.access.Permission.VIEWS;
import static dev.trunkline.shared.access.Scope.ALL;
import static dev.trunkline.shared.access.Scope.OWN;
import static dev.trunkline.shared.access.Scope.TEAM;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which role may what, and how far: the one table. What it does not name is refused. A person with several roles has the
 * widest scope of any of them.
 *
 * <p>Why it is so. Anyone may call in and any agent may answer, so agents know every customer; calls, recordings and what
 * was said in them are their own alone, while tickets and follow-ups are the team's, because colleagues cover for each
 * other. Sales people live on their customers and see no other's. Supervisors coach and answer for everyone's calls, an
 * abandoned call being nobody's; they delete only what is their team's, and only their team's agents' states are theirs to
 * set and calls theirs to listen to. A note about a customer is read by who sees the customer, and changed by who wrote it. Campaign managers pick whom
 * to call and judge results, but hear no recordings and change no customer. Knowledge is written by those who answer for
 * others; everybody else reads what they published for them. On the board and in reports a supervisor has the own team, its
 * queues and what is nobody's. What agents are to say and ask, those write who answer for queues and campaigns. Whose
 * calls are refused or go first is for administrators to say, and for supervisors to know. Who did what is for
 * administrators alone.
 */
final class Grants {
    private static final @Nullable Scope NONE = null;

    /** The columns of the table below. */
    private static final List<Role> ROLES =
            List.of(Role.ADMINISTRATOR, Role.SUPERVISOR, Role.AGENT, Role.CAMPAIGN_MANAGER, Role.SALES);

    private static final Map<Role, Map<Permission, Scope>> TABLE = new EnumMap<>(Role.class);

    static {
        // @formatter:off
        //                    administrator, supervisor, agent, campaign manager, sales
        row(SELF, ALL, ALL, ALL, ALL, ALL);
        row(VIEWS, OWN, OWN, OWN, OWN, OWN);
        row(DIRECTORY_READ, ALL, ALL, ALL, ALL, ALL);
        row(USERS_WRITE, ALL, NONE, NONE, NONE, NONE);
        row(AUDIT_READ, ALL, NONE, NONE, NONE, NONE);
        row(SYSTEM_READ, ALL, NONE, NONE, NONE, NONE);
        row(CUSTOMERS_READ, ALL, ALL, ALL, ALL, OWN);
        row(CUSTOMERS_WRITE, ALL, ALL, ALL, NONE, OWN);
        row(CUSTOMERS_DELETE, ALL, TEAM, NONE, NONE, NONE);
        row(CUSTOMER_NOTES_READ, ALL, ALL, ALL, ALL, ALL);
        row(CUSTOMER_NOTES_WRITE, ALL, OWN, OWN, NONE, OWN);
        row(CALLS_READ, ALL, ALL, OWN, ALL, OWN);
        row(CALLS_WRITE, ALL, ALL, OWN, NONE, OWN);
        row(RECORDINGS_READ, ALL, ALL, OWN, NONE, OWN);
        row(TICKETS_READ, ALL, ALL, TEAM, NONE, OWN);
        row(TICKETS_WRITE, ALL, ALL, TEAM, NONE, OWN);
        row(FOLLOW_UPS_READ, ALL, ALL, TEAM, NONE, OWN);
        row(FOLLOW_UPS_WRITE, ALL, ALL, TEAM, NONE, OWN);
        row(KNOWLEDGE_READ, ALL, ALL, TEAM, TEAM, TEAM);
        row(KNOWLEDGE_WRITE, ALL, ALL, NONE, NONE, NONE);
        row(SCRIPTS_READ, ALL, ALL, NONE, ALL, NONE);
        row(SCRIPTS_WRITE, ALL, ALL, NONE, ALL, NONE);
        row(QUEUES_READ, ALL, ALL, ALL, ALL, ALL);
        row(QUEUES_WRITE, ALL, ALL, NONE, NONE, NONE);
        row(TICKET_RULES_READ, ALL, ALL, NONE, NONE, NONE);
        row(TICKET_RULES_WRITE, ALL, ALL, NONE, NONE, NONE);
        row(ROUTING_READ, ALL, ALL, NONE, NONE, NONE);
        row(ROUTING_WRITE, ALL, NONE, NONE, NONE, NONE);
        row(AGENTS_WRITE, ALL, TEAM, NONE, NONE, NONE);
        row(COACH, ALL, TEAM, NONE, NONE, NONE);
        row(DESK, ALL, ALL, ALL, NONE, ALL);
        row(BOARD, ALL, TEAM, NONE, ALL, NONE);
        row(REPORTS, ALL, TEAM, NONE, ALL, NONE);
        row(DIAL, ALL, ALL, ALL, NONE, ALL);
        row(DIAL_ABROAD, ALL, ALL, ALL, NONE, ALL);
        row(DIAL_PREMIUM, ALL, NONE, NONE, NONE, NONE);
        // @formatter:on
    }

    private Grants() {}

    /** What these roles allow together. */
    static Map<Permission, Scope> of(Set<Role> roles) {
        var grants = new EnumMap<Permission, Scope>(Permission.class);
        for (var role : roles) {
            TABLE.getOrDefault(role, Map.of())
                    .forEach((permission, scope) -> grants.merge(permission, scope, Scope::or));
        }
        return grants;
    }

    private static void row(Permission permission, @Nullable Scope... scopes) {
        var cells = new ArrayList<@Nullable Scope>(Arrays.asList(scopes));
        for (int i = 0; i < ROLES.size(); i++) {
            var scope = cells.get(i);
            if (scope != null) {
                TABLE.computeIfAbsent(ROLES.get(i), role -> new EnumMap<>(Permission.class))
                        .put(permission, scope);
            }
        }
    }
}
