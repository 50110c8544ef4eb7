package dev.trunkline.desk.phone;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The phone one uses.
 *
 * @param extension one's number
 * @param browserOffered whether the browser can be the phone here
 * @param reason why it cannot: {@code simulated}, the PBX is not a real one; null when it can
 */
@Schema(name = "AgentPhoneView")
record PhoneView(
        @Schema(enumeration = {"desk", "browser"}) String mode,
        String extension,
        boolean browserOffered,

        @Schema(enumeration = {"simulated"}) @Nullable String reason) {}
