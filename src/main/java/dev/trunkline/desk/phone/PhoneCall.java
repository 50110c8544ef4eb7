package dev.trunkline.desk.phone;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The call wanted at the browser. */
record PhoneCall(@NotBlank @Size(max = 100) @Nullable String callId) {}
