package dev.trunkline.desk.phone;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The phone wanted. */
record PhoneModeInput(
        @Schema(enumeration = {"desk", "browser"}) @NotNull @Nullable
        String mode) {}
