package dev.trunkline.shared.phone;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a number, as somebody wrote or sent it, is. Two numbers are the same telephone when their {@link #key()}s are.
 *
 * @param kind what sort of number
 * @param raw as given, without control characters, at most 64 characters; empty when nothing was given
 * @param e164 {@code +8613800138000}, set for {@link Kind#E164} only
 * @param number digits as dialled inside, set for {@link Kind#SHORT} only
 * @param extension the part after {@code x} or {@code ext.}, null when there is none
 */
public record PhoneIdentity(
        Kind kind,
        String raw,
        @Nullable String e164,
        @Nullable String number,
        @Nullable String extension) {

    /** What sort of number. */
    @Schema(name = "PhoneKind")
    public enum Kind {
        /** A number of the public network, valid in its country's plan or at least long enough to be one. */
        E164,
        /** An extension, a short code, a service or an emergency number: left as it is. */
        SHORT,
        /** The caller asked not to be identified, or the network could not tell. */
        WITHHELD,
        /** Not a telephone number at all. */
        INVALID
    }

    /** The indexed normal form, null when the number identifies nobody. Short numbers never equal public ones. */
    public @Nullable String key() {
        return e164 != null ? e164 : number;
    }

    public boolean withheld() {
        return kind == Kind.WITHHELD;
    }
}
