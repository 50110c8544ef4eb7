package dev.trunkline.desk;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing on a customer's timeline: a text by key with its parameters, rendered in the reader's language.
 *
 * @param id unique on the timeline
 * @param type call, ticket, follow-up or note
 * @param key of the text, such as {@code call.inbound.answered}
 * @param params of the text; a call's also say how many {@code recordings} of it this reader can hear, a note's its {@code text},
 *     shortened where there is {@code more} of it
 * @param refId the call, ticket, follow-up or note; null for what is not this reader's to open
 * @param actor who did it, as colleagues see the name; null for the system and for callers
 */
public record TimelineEntry(
        String id,
        Instant at,

        @Schema(enumeration = {"call", "ticket", "follow-up", "note"})
        String type,

        String key,
        Map<String, Object> params,
        @Nullable String refId,
        @Nullable String actor) {

    /** What stands on a timeline. */
    enum Kind {
        CALL,
        TICKET,
        FOLLOW_UP,
        NOTE
    }
}
