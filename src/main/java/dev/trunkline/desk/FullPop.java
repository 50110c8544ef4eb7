package dev.trunkline.desk;

import dev.trunkline.service.OpenTicket;
import dev.trunkline.shared.access.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pop before it is known who reads it. Kept as it is, so that whoever opens the desk next is shown what is theirs to see.
 *
 * @param found all that is known of the caller
 */
record FullPop(Pop.Ringing call, Pop.Caller caller, CallerLookup.Found found, boolean complete) {

    /**
     * What this reader sees of it, found out without asking the database.
     *
     * @param reader null while it is not known who sits at the desk: tickets are nobody's to see then
     */
    Pop seenBy(@Nullable Reader reader) {
        return new Pop(
                call,
                caller,
                found.customers(),
                reader == null ? List.of() : OpenTicket.seenBy(reader, found.tickets()),
                found.recentCalls(),
                complete);
    }
}
