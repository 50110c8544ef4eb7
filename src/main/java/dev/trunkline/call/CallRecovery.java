package dev.trunkline.call;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How calls that were not seen, or not seen whole, are put right from the PBX's own journal. Thread-safe; nothing here
 * blocks or delays live events.
 */
public interface CallRecovery {

    /** What became of an account. */
    enum Result {
        /** The call was not known; it is now, marked as recovered, and what calls leave behind follows by itself. */
        ADDED,
        /** The call was known in part and is right now, marked as recovered. */
        MENDED,
        /** Nothing had to be done. */
        KNOWN,
        /** The call's end is on its way to the database: to be asked again. */
        LATER
    }

    /** Those of the calls whose end is stored and of which nothing was missed: the journal has nothing to add to them. */
    Uni<Set<String>> settled(Collection<String> callIds);

    /**
     * Brings calls to what the journal tells of them, one after another. Told twice, the second time changes nothing. A call
     * whose end is stored is touched only where it is a recovered one, and then leaves behind what it should have and did
     * not. Fails when the database does not answer: what was done until then stays, and all may be told again.
     *
     * @return what became of each, in the order given
     */
    Uni<List<Result>> recount(List<CallAccount> accounts);

    /**
     * From now on the ends of calls that began before this time are kept back, because a part of them was not heard: what a
     * call leaves behind is made from the whole account. Each is let go by a {@link #recount} that tells of its end, the
     * rest by {@link #releaseEnds}.
     *
     * @param begunBefore by the PBX's clock; {@link Instant#MAX} for all
     */
    void keepEnds(String pbx, Instant begunBefore);

    /** The calls of this PBX whose ends are kept back. */
    Set<String> keptEnds(String pbx);

    /** There is no more to learn: what is kept back ends as it was seen to. */
    void releaseEnds(String pbx);

    /**
     * When the earliest call began that is open or waits to be stored, by the PBX's clock; empty when there is none. The
     * journal is needed from there on.
     */
    Optional<Instant> unsettledSince(String pbx);

    /**
     * When the earliest of the calls began whose end could not be kept for the database, and which nobody has asked for
     * yet; empty when there is none. Asking takes the matter over.
     */
    Optional<Instant> takeLoss(String pbx);

    /** Has this called, on any thread, when there is such a loss. */
    void onLoss(Runnable told);

    /**
     * Has this called, on any thread and without delay, when a call of which a part was missed has ended otherwise than by a
     * {@link #recount}: of its end the journal may know more than was seen, such as who brought it about.
     */
    void onPartEnd(Runnable told);
}
