package dev.trunkline.shared.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;

/** Says of an operation which permission it needs: as the role that each way to sign in must carry. */
final class Access {
    static final String BEARER = "bearer";
    static final String COOKIE = "cookie";

    private Access() {}

    static void say(Operation operation, Door door) {
        var permission = door.permission();
        if (permission == null) {
            operation.setSecurity(List.of());
            return;
        }
        operation.setSecurity(List.of(
                OASFactory.createSecurityRequirement().addScheme(BEARER, permission),
                OASFactory.createSecurityRequirement().addScheme(COOKIE, permission)));
    }
}
