package dev.trunkline.routing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a caller is refused. */
@Schema(name = "RoutingRefusal")
public enum Refusal {
    /** The caller hears that the line is busy. */
    BUSY(17),
    /** The call is rejected; what the caller hears is the carrier's affair. */
    REJECTED(21);

    private final int cause;

    Refusal(int cause) {
        this.cause = cause;
    }

    /** Q.850. */
    int cause() {
        return cause;
    }
}
