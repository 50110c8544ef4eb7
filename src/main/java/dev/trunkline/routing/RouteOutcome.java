package dev.trunkline.routing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a call came by its route. */
@Schema(name = "RouteOutcome")
public enum RouteOutcome {
    /** The rules were asked. */
    DECIDED,
    /** It was not known in time who calls: the call went its usual way. */
    LATE,
    /** It could not be found out who calls: the call went its usual way. */
    FAILED
}
