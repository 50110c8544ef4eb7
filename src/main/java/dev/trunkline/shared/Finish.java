package dev.trunkline.shared;

import io.smallrye.mutiny.Uni;

/** Work that is done whether or not anybody still waits for it. */
public final class Finish {
    private Finish() {}

    /**
     * The same work, which goes on to its end when who asked for it stops waiting, as a page that is left does: a change
     * half made is then made, not rolled back in the middle. Runs once for each subscription, on the subscriber's thread.
     */
    public static <T> Uni<T> always(Uni<T> work) {
        return Uni.createFrom().emitter(end -> work.subscribe().with(end::complete, end::fail));
    }
}
