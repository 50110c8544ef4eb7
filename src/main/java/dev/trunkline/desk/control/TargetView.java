package dev.trunkline.desk.control;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A colleague or a queue as somebody to hand a call to.
 *
 * @param to the colleague's extension, the queue's name
 * @param name of the colleague; a queue's label is with the queues
 * @param state what the colleague is doing, null for a queue
 * @param atWork of a queue, how many serve it and are signed in; null for a colleague
 * @param free of a queue, how many could take a call now; null for a colleague
 * @param unreachable why a call would meet nobody: {@code phone}, the PBX cannot ring the colleague's phone; {@code
 *     closed}, nobody at work serves the queue; null when a call may be handed there
 */
@Schema(name = "CallTarget")
record TargetView(
        @Schema(enumeration = {"colleague", "queue"}) String kind,
        String to,
        String name,

        @Schema(enumeration = {"offline", "available", "break", "ringing", "on-call", "wrap-up"}) @Nullable
        String state,

        @Nullable Integer atWork,
        @Nullable Integer free,
        @Schema(enumeration = {"phone", "closed"}) @Nullable String unreachable) {

    static final String PHONE = "phone";
    static final String CLOSED = "closed";
}
